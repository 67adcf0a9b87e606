package io.tocsin.api.access;

import java.util.Optional;

/** The tokens that are configured. */
public interface Tokens {
  /** None: on loopback everybody may do everything. */
  Tokens NONE =
      new Tokens() {
        @Override
        public boolean areConfigured() {
          return false;
        }

        @Override
        public Optional<Caller> bearer(String token) {
          return Optional.empty();
        }
      };

  /** Whether requests need one. */
  boolean areConfigured();

  /** Whose token this is; takes the same time whichever tokens there are. */
  Optional<Caller> bearer(String token);
}
