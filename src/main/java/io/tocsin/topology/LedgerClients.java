package io.tocsin.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * The usual clients of Kafka Streams, with producers that tell a ledger what became of each
 * transaction. Kafka Streams tells no processor of it, and a hook before the commit is also called
 * for a task that is about to be closed without one; the producer alone knows.
 */
public final class LedgerClients extends DefaultKafkaClientSupplier {
  private final Ledger ledger;

  public LedgerClients(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new Settling(config, ledger);
  }

  /** Commits and aborts on the thread whose transaction it is. */
  private static final class Settling extends KafkaProducer<byte[], byte[]> {
    private final Ledger ledger;

    Settling(Map<String, Object> config, Ledger ledger) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
      this.ledger = ledger;
    }

    @Override
    public void commitTransaction() {
      super.commitTransaction();
      ledger.settle();
    }

    @Override
    public void abortTransaction() {
      ledger.drop();
      super.abortTransaction();
    }
  }
}
