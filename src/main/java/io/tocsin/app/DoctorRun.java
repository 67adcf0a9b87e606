package io.tocsin.app;

import io.tocsin.broker.BrokerChecks;
import io.tocsin.broker.ClockCheck;
import io.tocsin.broker.Running;
import io.tocsin.vitals.Finding;
import io.tocsin.vitals.MachineChecks;
import io.tocsin.vitals.RegistryCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that a run needs; nothing is altered. */
final class DoctorRun {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Options options;
  private final InstantSource clock;

  DoctorRun(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  List<Results.Check> run() {
    var checks = new ArrayList<Results.Check>();
    checks.add(check(MachineChecks.java()));
    checks.add(check(configured("reference data", this::sizes)));
    checks.add(check(configured("policy", this::policy)));
    if (options.kafka().isEmbedded()) {
      checks.add(check(MachineChecks.folder("data folder", options.data())));
      if (options.port() != 0) {
        checks.add(check(BrokerChecks.port(options.data(), options.port())));
      }
    }
    kafka(checks);
    checks.add(check(EntitlementCheck.look(options)));
    checks.add(registry());
    return List.copyOf(checks);
  }

  private void kafka(List<Results.Check> checks) {
    var servers =
        options.kafka().isEmbedded()
            ? Wiring.running(options).map(Running::bootstrapServers).orElse(null)
            : options.kafka().bootstrapServers();
    if (servers == null) {
      var found = "none runs in " + options.data();
      checks.add(skipped("Kafka", found, "tocsin up starts it."));
      return;
    }
    var client = Wiring.client(options, servers);
    var broker = new BrokerChecks(client, TIMEOUT);
    var reachable = broker.reachable();
    checks.add(check(reachable));
    if (reachable.status() == Finding.Status.FAIL) {
      for (var name : List.of("topics", "clocks", "processor")) {
        checks.add(skipped(name, "cannot be told without Kafka", ""));
      }
      return;
    }
    checks.add(check(broker.topics(Wiring.plans(options))));
    checks.add(check(new ClockCheck(client, clock, TIMEOUT).look(options.topics().prefix() + ".")));
    checks.add(check(new ProcessorCheck(client, TIMEOUT).look(Wiring.application(options))));
  }

  private Results.Check registry() {
    var registry = options.wire().registry();
    return registry == null
        ? skipped("registry", "none is configured", "")
        : check(asked(registry));
  }

  private static Finding asked(Options.Registry registry) {
    try {
      var how = Wiring.registry(registry);
      return RegistryCheck.registry(
          registry.url().toString(), how.authorization(), how.trust(), TIMEOUT);
    } catch (Failure e) {
      return Finding.fail("registry", e.getMessage(), e.advice());
    }
  }

  private String policy() {
    var policy = Wiring.policy(options);
    return "%s, version %s, %s"
        .formatted(
            policy.name(),
            policy.version(),
            options.policy().file() == null ? "built in" : "from " + options.policy().file());
  }

  private String sizes() {
    return String.join(", ", ReferenceDesk.counts(Wiring.reference(options)));
  }

  private interface Reading {
    String text();
  }

  private static Finding configured(String name, Reading reading) {
    try {
      return Finding.ok(name, reading.text());
    } catch (Failure e) {
      return Finding.fail(name, e.getMessage(), e.advice());
    }
  }

  private static Results.Check check(Finding finding) {
    var verdict =
        switch (finding.status()) {
          case OK -> Results.Verdict.FINE;
          case WARN -> Results.Verdict.WARNING;
          case FAIL -> Results.Verdict.BROKEN;
        };
    return new Results.Check(finding.what(), verdict, finding.detail(), finding.advice());
  }

  private static Results.Check skipped(String name, String found, String advice) {
    return new Results.Check(name, Results.Verdict.SKIPPED, found, advice);
  }
}
