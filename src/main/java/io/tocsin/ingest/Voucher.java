package io.tocsin.ingest;

import io.tocsin.client.Stamp;
import io.tocsin.model.Incoming;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.seal.Seal;
import io.tocsin.wire.seal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/**
 * Vouches for a statement that came by a channel which speaks for its authority; other records go
 * without. It is over the statement's bytes, so it is of no use to another statement.
 *
 * @param key of this ingress
 */
public record Voucher(SigningKey key, Channel channel) implements Stamp {
  @Override
  public void on(Headers headers, Incoming record, byte[] value) {
    headers.remove(Seal.VOUCHER);
    if (record instanceof OfficialStatement statement && channel.speaksFor(statement.authority())) {
      var said = Map.of(Seal.CHANNEL, channel.name(), Seal.AUTHORITY, statement.authority());
      var voucher = Seal.over(value, key, said);
      headers.add(Seal.VOUCHER, voucher.getBytes(StandardCharsets.UTF_8));
    }
  }
}
