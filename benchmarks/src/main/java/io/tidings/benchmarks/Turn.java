package io.tidings.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a number of messages took.
 *
 * @param nanos on the wall
 * @param cpuNanos of all threads of this process: of the client, not of the broker
 */
record Turn(int messages, long nanos, long cpuNanos) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Watch start() {
        return new Watch(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    double messagesPerSecond() {
        return messages * 1e9 / nanos;
    }

    double cpuMicrosPerMessage() {
        return cpuNanos / 1e3 / messages;
    }

    /** Runs from its making. */
    record Watch(long startNanos, long startCpuNanos) {

        Turn stop(int messages) {
            return new Turn(messages, System.nanoTime() - startNanos, SYSTEM.getProcessCpuTime() - startCpuNanos);
        }
    }
}
