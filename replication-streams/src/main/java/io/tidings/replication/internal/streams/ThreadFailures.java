package io.tidings.replication.internal.streams;

import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.StopSignal;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: another takes its place, after a pause that doubles while they die in a row. What
 * no new thread can mend ends the application.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration IN_A_ROW = Duration.ofMinutes(1);

    private final Readiness readiness;
    private final StopSignal stop;
    private Duration pause = FIRST_PAUSE;
    private long lastDeath;

    ThreadFailures(Readiness readiness, StopSignal stop) {
        this.readiness = readiness;
        this.stop = stop;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (stop.stopped()) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (beyondRepair(failure)) {
            LOG.error("Replication has stopped for good", failure);
            readiness.fail(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration wait = nextPause();
        LOG.warn("A stream thread has died; another takes its place in {} ms", wait.toMillis(), failure);
        return stop.pause(wait)
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized Duration nextPause() {
        long now = System.nanoTime();
        boolean inARow = lastDeath != 0 && now - lastDeath < IN_A_ROW.toNanos();
        Duration twice = pause.multipliedBy(2);
        pause = !inARow ? FIRST_PAUSE : twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        lastDeath = now;
        return pause;
    }

    private static boolean beyondRepair(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError
                    || cause instanceof LinkageError
                    || cause instanceof MissingSourceTopicException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || cause instanceof InvalidTopicException
                    || cause instanceof UnsupportedVersionException
                    || cause instanceof ConfigException) {
                return true;
            }
        }
        return false;
    }
}
