package io.tocsin.app;

import io.tocsin.assess.Policy;
import io.tocsin.broker.Running;
import io.tocsin.client.TopicReader;
import io.tocsin.model.Control;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is recorded in the topics: what was published, and the policy that is followed. */
final class Recorded {
  private final Options options;

  Recorded(Options options) {
    this.options = options;
  }

  TopicReader reader() {
    return new TopicReader(Wiring.client(options, Wiring.bootstrap(options)));
  }

  /** All that was published, may count and is still there. */
  History history(Reference reference) {
    var entitlement = Signatures.of(options).entitlement(reference.authorities());
    return History.of(reader(), Wiring.topics(options), entitlement);
  }

  Recount recount(Reference reference) {
    return new Recount(reference, policy(), history(reference), followsWallClock());
  }

  /** The demo is history, whatever clock is configured for real use. */
  boolean followsWallClock() {
    boolean demo =
        options.kafka().isEmbedded()
            && Running.in(options.data()).isEmpty()
            && Running.in(Wiring.demoFolder(options.data())).isPresent();
    return options.processing().clock() == Options.ClockMode.WALL && !demo;
  }

  /** What analysts did, latest first. */
  List<Control> controls() {
    var found = new ArrayList<Control>();
    forEach(
        Wiring.topics(options).controls(),
        control -> {
          if (control.type() != Control.Type.TICK) {
            found.add(control);
          }
        });
    found.sort(Comparator.comparing(Control::at).reversed());
    return found;
  }

  /** The policy that the processor follows now. */
  Policy policy() {
    var latest = new Policy[] {Wiring.policy(options)};
    forEach(
        Wiring.topics(options).policies(),
        policy -> {
          if (policy.name().equals(options.policy().name())) {
            latest[0] = policy;
          }
        });
    return latest[0];
  }

  /** What cannot be read lies in the topic of dead letters, and had no effect. */
  private <V> void forEach(Topic<?, V> topic, Consumer<V> taker) {
    reader()
        .forEach(
            topic,
            record -> {
              try {
                V value = topic.values().deserializer().deserialize(record.topic(), record.value());
                if (value != null) {
                  taker.accept(value);
                }
              } catch (Unreadable e) {
                // passed over
              }
            });
  }
}
