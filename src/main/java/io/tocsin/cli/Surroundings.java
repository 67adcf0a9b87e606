package io.tocsin.cli;

import io.tocsin.cli.text.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where a command runs.
 *
 * @param outTerminal what is known of {@code out}
 * @param errTerminal what is known of {@code err}
 * @param environment every environment variable
 * @param directory the working directory, absolute
 * @param home the user's home
 * @param stopping whether the run was asked to end
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    Terminal outTerminal,
    Terminal errTerminal,
    Map<String, String> environment,
    Path directory,
    Path home,
    int cores,
    InstantSource clock,
    BooleanSupplier stopping) {}
