package io.tocsin.app;

import io.tocsin.assess.Policy;
import io.tocsin.broker.Running;
import io.tocsin.client.TopicReader;
import io.tocsin.model.Control;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    var controls = Wiring.topics(options).controls();
    var found = new ArrayList<Control>();
    reader()
        .forEach(
            controls,
            record -> {
              try {
                var control =
                    controls.values().deserializer().deserialize(record.topic(), record.value());
                if (control != null && control.type() != Control.Type.TICK) {
                  found.add(control);
                }
              } catch (Unreadable e) {
                // it lies in the topic of dead letters, and had no effect
              }
            });
    found.sort(Comparator.comparing(Control::at).reversed());
    return found;
  }

  /** The policy that the processor follows now. */
  Policy policy() {
    var policies = Wiring.topics(options).policies();
    var latest = new Policy[] {Wiring.policy(options)};
    reader()
        .forEach(
            policies,
            record -> {
              try {
                var policy =
                    policies.values().deserializer().deserialize(record.topic(), record.value());
                if (policy != null && policy.name().equals(options.policy().name())) {
                  latest[0] = policy;
                }
              } catch (Unreadable e) {
                // it lies in the topic of dead letters, and is not followed
              }
            });
    return latest[0];
  }
}
