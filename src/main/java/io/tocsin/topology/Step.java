package io.tocsin.topology;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A processor together with the stores that it alone uses, so that the two cannot be wired apart.
 *
 * @param <A> key in
 * @param <B> value in
 * @param <C> key out
 * @param <D> value out
 */
record Step<A, B, C, D>(Supplier<Processor<A, B, C, D>> processor, Set<StoreBuilder<?>> stores)
    implements ProcessorSupplier<A, B, C, D> {
  static <A, B, C, D> Step<A, B, C, D> of(
      Supplier<Processor<A, B, C, D>> processor, Settings settings, Crew crew, String... stores) {
    return new Step<>(
        processor,
        Arrays.stream(stores)
            .map(name -> Stores.builder(name, settings.durable(), crew))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  @Override
  public Processor<A, B, C, D> get() {
    return processor.get();
  }
}
