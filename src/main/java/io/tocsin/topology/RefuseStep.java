package io.tocsin.topology;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes a refusal a dead letter: the record as it came, with the reason beside its own headers. */
final class RefuseStep<K, T> implements Processor<K, Result<T>, byte[], byte[]> {
  private ProcessorContext<byte[], byte[]> context;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
  }

  @Override
  public void process(Record<K, Result<T>> record) {
    var refusal = record.value().refusal();
    var headers = new RecordHeaders(record.headers());
    refusal.letter().addTo(headers);
    context.forward(
        new Record<>(refusal.key(), refusal.value(), context.currentSystemTimeMs(), headers));
  }
}
