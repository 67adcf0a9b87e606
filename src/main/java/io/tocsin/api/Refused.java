package io.tocsin.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that gets a problem for its answer. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private Refused(ProblemType type, String detail, Throwable cause) {
    super(detail, cause);
    this.type = type;
  }

  /**
   * @param detail what is wrong with this request, and what to do
   */
  public static Refused of(ProblemType type, String detail) {
    return new Refused(type, detail, null);
  }

  public static Refused of(ProblemType type, String detail, Throwable cause) {
    return new Refused(type, detail, cause);
  }

  /** The same, with a header in its answer. */
  public Refused header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The same, with a member of its own beside those that every problem has. */
  public Refused with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  /** The problem as RFC 9457 writes it. */
  public Answer answer() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", getMessage());
    body.putAll(members);
    return Answer.of(type.status(), Answer.PROBLEM, body, headers);
  }
}
