package io.tidings.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a number of messages took.
 *
 * @param nanos on the wall
 * @param cpuNanos of all threads of this process: of the client, not of the broker
 */
public record Turn(int messages, long nanos, long cpuNanos) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public static Watch start() {
        return new Watch(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    public double messagesPerSecond() {
        return messages * 1e9 / nanos;
    }

    public double cpuMicrosPerMessage() {
        return cpuNanos / 1e3 / messages;
    }

    /** Runs from its making. */
    public record Watch(long startNanos, long startCpuNanos) {

        public Turn stop(int messages) {
            return new Turn(messages, System.nanoTime() - startNanos, SYSTEM.getProcessCpuTime() - startCpuNanos);
        }
    }
}
