package io.tocsin.cli;

import io.tocsin.app.Requests;
import io.tocsin.model.Level;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Which subjects and changes a command shows. */
final class Selected {
  @Option(
      names = "--entity",
      paramLabel = "ENTITY",
      description = "Only this entity, by id or name.")
  private String entity;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only this region and what is in it, by id or name.")
  private String region;

  @Option(
      names = "--min-level",
      paramLabel = "LEVEL",
      description = "Only from this level on: ${COMPLETION-CANDIDATES}.")
  private Level minLevel;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this time on: 2015-11-13T20:25:00Z, 2015-11-13, or an age as 2h.")
  private Instant since;

  Requests.Selection selection() {
    return new Requests.Selection(entity, region, minLevel, since);
  }
}
