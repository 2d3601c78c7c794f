package io.tidings.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that cannot outlive this JVM: it runs under a small shell (see {@code watchdog.sh}) that kills it when this JVM
 * ends, be it by exit, Ctrl-C or SIGKILL. What it prints goes to a file, so nobody has to pump streams and the last words
 * survive. Started by {@link ChildProcessBuilder}. Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final int KILLED_BY_SIGNAL = 128;
    private static final Duration KILL_AT_LAST = Duration.ofSeconds(10);

    private final String name;
    private final Process watchdog;
    private final Writer signals;
    private final long pid;
    private final ProcessLog log;
    private final Duration grace;

    private ChildProcess(ChildProcessBuilder how, Process watchdog, long pid, ProcessLog log) {
        this.name = how.name();
        this.grace = how.grace();
        this.watchdog = watchdog;
        this.signals = watchdog.outputWriter(StandardCharsets.US_ASCII);
        this.pid = pid;
        this.log = log;
    }

    /** A program and its arguments; how it runs is told to the builder. */
    public static ChildProcessBuilder command(List<String> command) {
        return new ChildProcessBuilder(command);
    }

    /** A program and its arguments; how it runs is told to the builder. */
    public static ChildProcessBuilder command(String... command) {
        return new ChildProcessBuilder(List.of(command));
    }

    static ChildProcess start(ChildProcessBuilder how, ProcessBuilder watched, ProcessLog log) {
        try {
            Process watchdog = watched.start();
            BufferedReader answer = watchdog.inputReader(StandardCharsets.US_ASCII);
            String pid = answer.readLine();
            if (pid == null || !pid.chars().allMatch(Character::isDigit)) {
                throw new EmbeddedServiceException("cannot start " + how.name() + ": " + pid);
            }
            ChildProcess child = new ChildProcess(how, watchdog, Long.parseLong(pid), log);
            LastWill.add(child);
            CompletableFuture<Void> unused = watchdog.onExit().thenRun(() -> LastWill.remove(child));
            return child;
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot start " + how.name() + ": " + e.getMessage(), e);
        }
    }

    /** The program's process id, not the watchdog's. */
    public long pid() {
        return pid;
    }

    public String name() {
        return name;
    }

    public boolean isAlive() {
        return watchdog.isAlive();
    }

    /** The file that holds standard output and standard error. */
    public Path log() {
        return log.file();
    }

    /** The last {@code lines} lines of its output so far, joined by newlines. */
    public String tail(int lines) {
        return log.tail(lines);
    }

    /**
     * Waits until a line of its output contains {@code text}; lines printed before the call count.
     *
     * @return that line
     * @throws EmbeddedServiceException if it ends before, or prints no such line in time; the message has its last words
     */
    public String awaitLine(String text, Duration timeout) {
        boolean[] exited = {false};
        Deadline.poll(timeout, () -> {
            // Asked before the look into the file: what a process prints last is there once it has ended.
            exited[0] = !isAlive();
            return log.find(text).isPresent() || exited[0];
        });
        return log.find(text).orElseThrow(() -> failure("printed no line with \"" + text + "\"", exited[0], timeout));
    }

    /**
     * Waits until somebody accepts connections on this port of 127.0.0.1.
     *
     * @throws EmbeddedServiceException if the process ends before, or time is up; the message has its last words
     */
    public void awaitPort(int port, Duration timeout) {
        boolean[] open = {false};
        Deadline.poll(timeout, () -> {
            open[0] = accepts(port);
            return open[0] || !isAlive();
        });
        if (!open[0]) {
            throw failure("does not listen on 127.0.0.1:" + port, !isAlive(), timeout);
        }
    }

    /** Delivers a signal to the program and to what it started; none to one that has ended. */
    public void signal(Signal signal) {
        synchronized (signals) {
            try {
                signals.write(signal.name() + "\n");
                signals.flush();
            } catch (IOException ended) {
                // The watchdog stops reading when the program has ended, a moment before it ends itself.
                LOG.debug("{} has ended, {} is not delivered", this, signal, ended);
            }
        }
    }

    /** TERM, and KILL after {@code grace}. Returns when the process has ended, with its exit code. */
    public int terminate(Duration grace) {
        return stop(Signal.TERM, grace);
    }

    /** KILL. Returns when the process has ended. */
    public void kill() {
        stop(Signal.KILL, Duration.ZERO);
    }

    /** Sends {@code first}, and KILL after {@code grace}. Returns when the process has ended, with its exit code. */
    public int stop(Signal first, Duration grace) {
        signal(first);
        if (!ends(grace)) {
            signal(Signal.KILL);
            if (!ends(KILL_AT_LAST)) {
                // The watchdog itself was stopped or is stuck.
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly();
                watchdog.onExit().join();
            }
        }
        return watchdog.exitValue();
    }

    /** The exit code, 128 + n if signal n ended it; empty while it runs. */
    public OptionalInt exitCode() {
        return isAlive() ? OptionalInt.empty() : OptionalInt.of(watchdog.exitValue());
    }

    /**
     * Waits for its end.
     *
     * @return its exit code
     * @throws EmbeddedServiceException if it still runs after {@code timeout}
     */
    public int awaitExit(Duration timeout) {
        if (!ends(timeout)) {
            throw failure("is still running", false, timeout);
        }
        return watchdog.exitValue();
    }

    /** Completes with the exit code when the process has ended. */
    public CompletionStage<Integer> onExit() {
        return watchdog.onExit().thenApply(Process::exitValue);
    }

    /** As {@link #terminate} with the builder's grace; deletes the log if the builder was given no file for it. */
    @Override
    public void close() {
        terminate(grace);
        log.close();
    }

    @Override
    public String toString() {
        return name + " (pid " + pid + ")";
    }

    EmbeddedServiceException failure(String what, boolean exited, Duration timeout) {
        Optional<String> end =
                exitCode().stream().mapToObj(ChildProcess::describe).findFirst();
        return new EmbeddedServiceException(this + " " + what + (exited ? "; it " : " within " + seconds(timeout))
                + (exited ? end.orElse("ended") : "") + ". Its last lines (" + log.file() + "):\n" + tail(30));
    }

    private boolean ends(Duration timeout) {
        // An interrupted caller still gets its process stopped: closing must not leave one behind.
        boolean interrupted = false;
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                try {
                    return watchdog.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String describe(int code) {
        return code > KILLED_BY_SIGNAL
                ? "was ended by signal " + (code - KILLED_BY_SIGNAL)
                : "ended with exit code " + code;
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() / 1000.0 + " s";
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(FreePorts.loopback(port), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
