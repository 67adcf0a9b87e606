package io.tocsin.api;

import java.util.Locale;

/** The kinds of problem that are answered, each with its status (RFC 9457, RFC 9110). */
public enum ProblemType {
  INVALID_PARAMETER(400, "A parameter is not valid"),
  MALFORMED(400, "The request cannot be read"),
  INVALID_RECORD(400, "A record is not valid"),
  UNAUTHORIZED(401, "A token is needed"),
  FORBIDDEN(403, "The token does not allow this"),
  WRONG_HOST(403, "The request is not meant for this server"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not one of this path"),
  TOO_SLOW(408, "The body did not come in time"),
  IN_PROGRESS(409, "The same request is being worked on"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not read"),
  KEY_REUSED(422, "The idempotency key was used for another request"),
  NOTHING_USABLE(422, "The document holds nothing that can be published"),
  BUSY(429, "Too much is under way"),
  INTERNAL(500, "Something went wrong here"),
  NOT_READY(503, "The server is not ready for this"),
  UNAVAILABLE(503, "Kafka does not take records now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** The same for every problem of this kind. */
  public String title() {
    return title;
  }

  /** What tells it from others: {@code urn:tocsin:problem:invalid-record}. */
  public String uri() {
    return "urn:tocsin:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
