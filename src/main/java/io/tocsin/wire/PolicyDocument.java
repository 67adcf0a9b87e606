package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_YAML;
import static io.tocsin.wire.Unreadable.Reason.EMPTY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.assess.Policy;
import io.tocsin.model.InvalidRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A {@link Policy} as a document in JSON or YAML. Every field may be left out and then is that of
 * {@link Policy#DEFAULT}; durations are {@code 12h}, {@code 7d} or ISO 8601, and {@code
 * maxLateness} may be {@code off}.
 */
public final class PolicyDocument {
  private PolicyDocument() {}

  /**
   * @throws Unreadable when the document is neither JSON nor YAML, or breaks rules: each is named
   *     with its path, value and rule
   */
  public static Policy read(byte[] document) {
    if (document.length == 0) {
      throw new Unreadable(EMPTY, "holds no bytes");
    }
    ObjectNode object =
        Encoding.of(document) == Encoding.JSON
            ? Json.object(document)
            : Yaml.object(text(document));
    try {
      return PolicyReader.read(object);
    } catch (InvalidRecord e) {
      throw new Unreadable(e);
    }
  }

  /** Every field of a policy, in the order of the documentation. */
  public static byte[] json(Policy policy) {
    return Json.write(fields -> PolicyWriter.write(policy, fields));
  }

  /** The same as YAML. */
  public static String yaml(Policy policy) {
    return Yaml.write(fields -> PolicyWriter.write(policy, fields));
  }

  private static String text(byte[] document) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(BAD_YAML, "is not UTF-8");
    }
  }
}
