package io.tidings.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What is closed when the JVM exits, latest first. It also keeps these objects reachable: a {@link ChildProcess} that were
 * garbage-collected would close the pipe that keeps its program alive. One hook for all, as the JVM runs hooks in no order.
 */
final class LastWill {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
    private static boolean hooked;

    private LastWill() {}

    static void add(AutoCloseable resource) {
        synchronized (OPEN) {
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(new Thread(LastWill::execute, "tidings-embedded-shutdown"));
                hooked = true;
            }
            OPEN.push(resource);
        }
    }

    static void remove(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.removeIf(open -> open == resource);
        }
    }

    // Standard error, not the logger: logging may have its own hook and be gone.
    private static void execute() {
        List<AutoCloseable> open;
        synchronized (OPEN) {
            open = new ArrayList<>(OPEN);
        }
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("closing " + resource + " at exit: " + e);
            }
        }
    }
}
