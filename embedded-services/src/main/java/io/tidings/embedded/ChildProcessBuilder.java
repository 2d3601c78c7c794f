package io.tidings.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link ChildProcess} is to run. Not thread-safe; may start several processes. */
public final class ChildProcessBuilder {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);

    private final List<String> command;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String name;
    private Signal lastSignal = Signal.TERM;
    private Duration grace = DEFAULT_GRACE;
    private @Nullable Path directory;
    private @Nullable Path log;
    private @Nullable Path deletedWithParent;

    ChildProcessBuilder(List<String> command) {
        this.command = List.copyOf(command);
        this.name = Path.of(this.command.get(0)).toFile().getName();
    }

    /** What messages and the log file call it; the program's file name by default. */
    public ChildProcessBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** Its working directory; ours by default. */
    public ChildProcessBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /** Adds to the environment, which is otherwise ours. */
    public ChildProcessBuilder environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Adds to the environment, which is otherwise ours. */
    public ChildProcessBuilder environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** The file for its output, emptied at start and kept; a temporary one by default, deleted by {@link ChildProcess#close}. */
    public ChildProcessBuilder log(Path file) {
        this.log = file;
        return this;
    }

    /** What it is sent when this JVM has died, before KILL after the grace; TERM by default. */
    public ChildProcessBuilder lastSignal(Signal signal) {
        this.lastSignal = signal;
        return this;
    }

    /** How long it may take to end by itself, in steps of 100 ms; 5 s by default. */
    public ChildProcessBuilder grace(Duration grace) {
        this.grace = grace;
        return this;
    }

    /** A directory that the watchdog deletes if this JVM dies without closing the process. */
    public ChildProcessBuilder deleteWithParent(Path directory) {
        this.deletedWithParent = directory;
        return this;
    }

    /**
     * Starts the process.
     *
     * @throws EmbeddedServiceException if no process can be started; an unknown program is one that ends with code 127
     */
    public ChildProcess start() {
        ProcessLog output = ProcessLog.create(name, log);
        ProcessBuilder watched =
                new ProcessBuilder(Watchdog.command(command, output.file(), lastSignal, grace, deletedWithParent));
        watched.environment().putAll(environment);
        watched.redirectErrorStream(true);
        if (directory != null) {
            watched.directory(directory.toFile());
        }
        return ChildProcess.start(this, watched, output);
    }

    String name() {
        return name;
    }

    Duration grace() {
        return grace;
    }
}
