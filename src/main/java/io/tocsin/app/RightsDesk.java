package io.tocsin.app;

import io.tocsin.app.acl.Denial;
import io.tocsin.app.acl.Operations;
import io.tocsin.app.acl.Right;
import io.tocsin.app.acl.Rights;
import io.tocsin.app.acl.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What Kafka has to allow this configuration. */
final class RightsDesk {
  private RightsDesk() {}

  static Rights rights(Options options) {
    return new Rights(
        Wiring.topics(options),
        Wiring.application(options),
        options.processing().guarantee() == Options.Guarantee.EXACTLY_ONCE,
        options.policy().file() != null);
  }

  static List<Results.Right> list(Options options, Collection<Role> roles) {
    return rights(options).of(roles).stream().map(RightsDesk::line).toList();
  }

  private static Results.Right line(Right right) {
    return new Results.Right(
        right.role(),
        right.on().resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        right.on().name(),
        right.isPrefixed(),
        right.operations().stream().sorted().map(Operations::word).toList());
  }

  /**
   * What is asked for; where Kafka does not allow it, says what is to be allowed.
   *
   * @throws Failure that names the right that is missing
   */
  static <T> T allowed(Options options, Collection<Role> roles, Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw failure(e, options, roles).map(RuntimeException.class::cast).orElse(e);
    }
  }

  /** A failure that is one of rights, in words for whoever can mend it. */
  static Optional<Failure> failure(Throwable trouble, Options options, Collection<Role> roles) {
    return Denial.of(trouble, rights(options), roles)
        .map(denial -> new Failure(denial.what(), denial.advice(), trouble));
  }
}
