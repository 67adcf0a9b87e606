package io.tocsin.api.publish;

import io.javalin.http.Context;
import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.access.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Gives a request that comes again the answer that it was given before, if it names itself. */
final class Idempotency {
  private static final String HEADER = "Idempotency-Key";

  /** A string of RFC 8941, of which the quotes may be missing. */
  private static final Pattern KEY = Pattern.compile("\"?([!#-\\[\\]-~]{1,255})\"?");

  /** Another time they may not be given: what was too much then may be little now. */
  private static final Set<Integer> PASSING = Set.of(408, 409, 413, 429, 500, 503);

  private final Repeats repeats;

  Idempotency(Repeats repeats) {
    this.repeats = repeats;
  }

  /**
   * @param work what makes the answer; reads the body to its end, unless it refuses it
   */
  Answer answer(
      Context context, Caller caller, InputStream body, Function<InputStream, Answer> work) {
    var header = context.header(HEADER);
    if (header == null) {
      return work.apply(body);
    }
    var hashed = new DigestInputStream(body, sha256());
    try (var attempt = repeats.begin(name(context, caller, header))) {
      if (attempt.isRepeated()) {
        return attempt.again(hash(hashed));
      }
      var answer = settled(hashed, work);
      if (!PASSING.contains(answer.status())) {
        attempt.keep(hash(hashed), answer);
      }
      return answer;
    }
  }

  private static Answer settled(InputStream body, Function<InputStream, Answer> work) {
    try {
      return work.apply(body);
    } catch (Refused e) {
      return e.answer();
    }
  }

  /** Keys of different senders and paths are different ones. */
  private static String name(Context context, Caller caller, String header) {
    return String.join(" ", caller.name(), context.path(), context.queryString(), key(header));
  }

  private static String key(String header) {
    var key = KEY.matcher(header.strip());
    if (!key.matches()) {
      throw Refused.of(
          ProblemType.MALFORMED,
          "The Idempotency-Key must be 1 to 255 visible ASCII characters, in quotes or without. A UUID will do.");
    }
    return key.group(1);
  }

  /** The hash of the whole of it, also of what was not read yet. */
  private static byte[] hash(DigestInputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
      return body.getMessageDigest().digest();
    } catch (IOException e) {
      throw Body.failure(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
