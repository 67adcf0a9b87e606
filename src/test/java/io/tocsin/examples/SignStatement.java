package io.tocsin.examples;

import io.tocsin.client.Receipt;
import io.tocsin.client.Signing;
import io.tocsin.client.StatementDraft;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Action;
import io.tocsin.wire.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Publishes a statement with its authority's signature. */
final class SignStatement {
  private SignStatement() {}

  static Receipt publish(TocsinPublisher publisher, Path keyFile) throws IOException {
    var key = SigningKey.parse(Files.readString(keyFile));
    var statement =
        StatementDraft.of(
                "jtac-2014-08-29", "jtac", Instant.parse("2014-08-29T13:00:00Z"), Action.SET_LEVEL)
            .nationalLevel("SEVERE")
            .entities("isil")
            .regions("GB")
            .statement();
    return publisher.publish(statement, new Signing(key)).join();
  }
}
