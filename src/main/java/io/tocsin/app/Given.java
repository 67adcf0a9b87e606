package io.tocsin.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that configures a run, in falling precedence: command flags, {@code --set},
 * environment, file.
 *
 * @param flags keys set by options of a command
 * @param sets keys set by {@code --set}
 * @param environment every environment variable
 * @param config optional: the file asked for
 * @param directory the working directory
 * @param home the user's home
 * @param cores number of processors
 */
public record Given(
    Map<Key, String> flags,
    Map<String, String> sets,
    Map<String, String> environment,
    Path config,
    Path directory,
    Path home,
    int cores) {}
