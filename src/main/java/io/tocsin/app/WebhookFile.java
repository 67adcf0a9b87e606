package io.tocsin.app;

import io.tocsin.deliver.webhook.EndpointsFile;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The file of webhooks, read. */
final class WebhookFile {
  private WebhookFile() {}

  /**
   * @param environment values of the variables that the file names
   * @throws Failure with everything that is wrong
   */
  static EndpointsFile read(Path file, Reference reference, UnaryOperator<String> environment) {
    try {
      return EndpointsFile.read(Files.readString(file), reference, environment);
    } catch (InvalidRecord e) {
      throw invalid(
          file,
          e.problems().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n  ", "\n  ", "")),
          e);
    } catch (Unreadable e) {
      throw invalid(file, " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(
          "the file of webhooks %s cannot be read: %s".formatted(file, e),
          "Correct the key webhooks.file, or leave it out.",
          e);
    }
  }

  private static Failure invalid(Path file, String why, Exception e) {
    return new Failure(
        "the file of webhooks %s is not valid:%s".formatted(file, why),
        "Correct it, then look again with: tocsin webhooks check FILE",
        e);
  }
}
