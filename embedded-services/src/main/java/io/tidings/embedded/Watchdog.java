package io.tidings.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line that runs a program under {@code watchdog.sh}. With {@code setsid} (every Linux) the watchdog leaves the
 * terminal's process group, so that Ctrl-C or a kill of our whole group cannot take it, and the program leads a group of its
 * own, so that a signal reaches what it started; without (macOS) only the program itself is signalled.
 */
final class Watchdog {
    private static final String SCRIPT = script();
    private static final Optional<Path> SETSID = onPath("setsid");

    private Watchdog() {}

    static List<String> command(
            List<String> program, Path log, Signal lastSignal, Duration grace, @Nullable Path deletedWithParent) {
        List<String> command = new ArrayList<>();
        SETSID.ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("sh", "-c", SCRIPT, "tidings-watchdog"));
        command.add(log.toString());
        command.add(lastSignal.name());
        command.add(Long.toString(Math.max(0, grace.toMillis() / 100)));
        command.add(deletedWithParent == null ? "" : deletedWithParent.toString());
        command.add(SETSID.isPresent() ? "-" : "");
        SETSID.ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(program);
        return command;
    }

    /** The first executable of that name on {@code PATH}. */
    static Optional<Path> onPath(String executable) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        for (String directory : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(directory, executable);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate.toAbsolutePath());
            }
        }
        return Optional.empty();
    }

    private static String script() {
        try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (script == null) {
                throw new IllegalStateException("watchdog.sh is missing beside " + Watchdog.class);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
