package io.tocsin.cli;

import picocli.CommandLine.Option;

/** How a document is to be read. */
final class Reading {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Its format; else what its content shows.")
  String format;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "Whose news it is; else what the document says of that.")
  String source;

  @Option(
      names = "--authority",
      paramLabel = "ID",
      description = "Whose statements they are; without it nothing is official.")
  String authority;
}
