package io.tocsin.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests their row and the cluster, and writes the table after each of them. Every row is a
 * file of its own, so that a run of one fault renews its row and leaves the others.
 */
final class FaultTable implements ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace MINE =
      ExtensionContext.Namespace.create(FaultTable.class);
  private static final Path TARGET = Path.of("target");
  private static final List<String> HEADS =
      List.of(
          "fault",
          "result",
          "what was done",
          "told",
          "lost",
          "repeated",
          "books",
          "recovery",
          "notes");

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Row.class || type == Brokers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Row.class ? row(context) : brokers(context);
  }

  private static Row row(ExtensionContext context) {
    return context.getStore(MINE).getOrComputeIfAbsent(Row.class);
  }

  private static Brokers brokers(ExtensionContext context) {
    var brokers =
        context
            .getRoot()
            .getStore(MINE)
            .getOrComputeIfAbsent(Brokers.class, type -> start(), Brokers.class);
    brokers.heal();
    return brokers;
  }

  private static Brokers start() {
    try {
      return Brokers.start(Brokers.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("the cluster does not start", e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    var failure = context.getExecutionException().orElse(null);
    var method = context.getRequiredTestMethod();
    var fault = method.getAnnotation(Fault.class).value();
    var order = context.getRequiredTestClass().getSimpleName() + "." + method.getName();
    write(row(context).entry(fault, order, result(failure), why(failure)));
  }

  private static Row.Result result(Throwable failure) {
    if (failure == null) {
      return Row.Result.HELD;
    }
    return failure instanceof TestAbortedException ? Row.Result.SKIPPED : Row.Result.FAILED;
  }

  private static String why(Throwable failure) {
    if (failure == null) {
      return "";
    }
    var first = String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    return failure instanceof TestAbortedException ? "skipped: " + first : first;
  }

  private void write(Row.Entry entry) throws IOException {
    var rows = Files.createDirectories(TARGET.resolve("faults"));
    json.writeValue(rows.resolve(entry.order() + ".json").toFile(), entry);
    var all = new ArrayList<Row.Entry>();
    try (var files = Files.list(rows)) {
      for (var file : files.toList()) {
        all.add(json.readValue(file.toFile(), Row.Entry.class));
      }
    }
    all.sort(Comparator.comparing(Row.Entry::order));
    json.writeValue(TARGET.resolve("faults.json").toFile(), all);
    var lines = new ArrayList<String>();
    lines.add(line(HEADS));
    lines.add(line(HEADS.stream().map(head -> "---").toList()));
    all.forEach(row -> lines.add(line(row.cells())));
    Files.write(TARGET.resolve("faults.md"), lines);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .reduce("|", (line, cell) -> line + " " + cell + " |");
  }
}
