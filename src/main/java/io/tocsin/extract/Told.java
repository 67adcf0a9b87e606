package io.tocsin.extract;

import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.NewsEvent;
import java.util.List;
import java.util.Objects;

/**
 * What a news event says, by the word of its publisher or by its text.
 *
 * @param claims empty where it is located nowhere
 * @param origin the source it cites; {@code null} if it cites none
 */
public record Told(List<Claim> claims, String origin, Credibility credibility) {
  public Told {
    claims = List.copyOf(claims);
  }

  /** By the word of its publisher alone. */
  public static Told byPublisher(NewsEvent event) {
    return new Told(
        event.isRetracted() ? List.of() : Claims.of(event),
        event.origin(),
        Objects.requireNonNullElse(event.credibility(), Credibility.CANNOT_BE_JUDGED));
  }
}
