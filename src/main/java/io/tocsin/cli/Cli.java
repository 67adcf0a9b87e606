package io.tocsin.cli;

import io.tocsin.app.Desk;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Arguments to exit code: 0 fine, 1 failed, 2 bad usage. */
public final class Cli {
  public static final int FINE = 0;
  public static final int FAILED = 1;
  public static final int BAD_USAGE = 2;

  /** A command was interrupted before it was done: 128 and the number of SIGINT. */
  public static final int INTERRUPTED = 130;

  private Cli() {}

  /**
   * Runs one command.
   *
   * @param desk made only by a command that needs it
   */
  public static int run(Surroundings at, Supplier<Desk> desk, String... arguments) {
    return commandLine(at, desk).execute(arguments);
  }

  static CommandLine commandLine(Surroundings at, Supplier<Desk> desk) {
    var root = new Root(at, desk);
    var line =
        new CommandLine(root)
            .addSubcommand(new UpCommand(root))
            .addSubcommand(new ProcessCommand(root))
            .addSubcommand(new PublishCommand(root))
            .addSubcommand(new SubscribeCommand(root))
            .addSubcommand(new LevelsCommand(root))
            .addSubcommand(new WatchCommand(root))
            .addSubcommand(new ExplainCommand(root))
            .addSubcommand(new ReplayCommand(root))
            .addSubcommand(new BacktestCommand(root))
            .addSubcommand(
                new CommandLine(new BenchCommand(root)).addSubcommand(new SweepCommand(root)))
            .addSubcommand(new EvaluateCommand(root))
            .addSubcommand(new ReadCommand(root))
            .addSubcommand(ConvertCommand.line(root))
            .addSubcommand(new DoctorCommand(root))
            .addSubcommand(new TopicsCommand(root))
            .addSubcommand(new TopologyCommand(root))
            .addSubcommand(
                new CommandLine(new ReferenceCommand())
                    .addSubcommand(new ReferenceCheckCommand(root))
                    .addSubcommand(new ReferenceShowCommand(root))
                    .addSubcommand(new ReferenceImportCommand(root)))
            .addSubcommand(
                new CommandLine(new WebhooksCommand())
                    .addSubcommand(new WebhooksCheckCommand(root))
                    .addSubcommand(new WebhooksListCommand(root))
                    .addSubcommand(new WebhooksTestCommand(root))
                    .addSubcommand(new WebhooksLogCommand(root)))
            .addSubcommand(TokensCommand.line(root))
            .addSubcommand(DeadLettersCommand.line(root))
            .addSubcommand(
                new CommandLine(new FeedsCommand())
                    .addSubcommand(new FeedsCheckCommand(root))
                    .addSubcommand(new FeedsListCommand(root))
                    .addSubcommand(new FeedsPollCommand(root)))
            .addSubcommand(KeysCommand.line(root))
            .addSubcommand(new VersionCommand(root))
            .addSubcommand(new CompletionCommand(root));
    var errors = new Errors(at, root);
    return line.setOut(writer(at.out()))
        .setErr(writer(at.err()))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(at.outTerminal().colours() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(false)
        .registerConverter(Instant.class, new Moments(at.clock()))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
