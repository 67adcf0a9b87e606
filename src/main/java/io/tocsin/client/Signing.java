package io.tocsin.client;

import io.tocsin.model.Incoming;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.seal.Seal;
import io.tocsin.wire.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/** Signs statements, as the authority that the key is of; other records go without. */
public record Signing(SigningKey key) implements Stamp {
  @Override
  public void on(Headers headers, Incoming record, byte[] value) {
    headers.remove(Seal.SIGNATURE);
    if (record instanceof OfficialStatement) {
      var signature = Seal.over(value, key, Map.of());
      headers.add(Seal.SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
    }
  }
}
