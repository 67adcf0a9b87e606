package io.tocsin.cli;

import io.tocsin.app.Failure;
import io.tocsin.app.InvalidOptions;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.model.InvalidRecord;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, where and what to do, in a few lines; a stack trace only when asked for. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Surroundings at;
  private final Root root;

  Errors(Surroundings at, Root root) {
    this.at = at;
    this.root = root;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (arguments.length == 0) {
      e.getCommandLine().usage(at.err());
      return Cli.BAD_USAGE;
    }
    say(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
    e.getCommandLine().getErr().flush();
    advise("See " + command + " --help.");
    return Cli.BAD_USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof OutputClosed) {
      return Cli.FINE;
    }
    int code = at.stopping().getAsBoolean() ? interrupted() : explain(e);
    if (root.verbose()) {
      e.printStackTrace(at.err());
    }
    return code;
  }

  private int explain(Exception e) {
    if (e instanceof InvalidOptions invalid) {
      say("the configuration is not valid");
      invalid.faults().forEach(fault -> advise("  " + fault));
      return Cli.BAD_USAGE;
    }
    if (e instanceof Failure failure) {
      var lines = String.valueOf(failure.getMessage()).lines().toList();
      lines.stream().limit(1).forEach(this::say);
      lines.stream().skip(1).forEach(this::advise);
      if (!failure.advice().isEmpty()) {
        advise(failure.advice());
      }
    } else if (e instanceof InvalidRecord invalid) {
      say("not valid");
      invalid.problems().forEach(problem -> advise("  " + problem));
    } else {
      say("unexpected: " + e);
      if (!root.verbose()) {
        advise("Run it again with --verbose to see where it came from.");
      }
    }
    return Cli.FAILED;
  }

  /** Whatever was thrown follows from the interruption. */
  private int interrupted() {
    say("interrupted");
    return Cli.INTERRUPTED;
  }

  private void say(String what) {
    err().println(Style.BAD.paint("tocsin:", at.errTerminal()) + " " + Cells.clean(what));
  }

  private void advise(String what) {
    var indent = what.startsWith("  ") ? "  " : "";
    err().println(indent + Cells.clean(what));
  }

  private PrintStream err() {
    return at.err();
  }
}
