package io.tidings.examples.support;

import io.tidings.messaging.MessagingException;
import java.util.concurrent.CountDownLatch;

/** A running service: what its main method starts, and stops when the process is told to end. */
public interface Service extends AutoCloseable {

    @Override
    void close();

    /** How a service starts. */
    interface Starter {
        Service start(String... arguments) throws Exception;
    }

    /**
     * Runs a service until the process is told to end. A service that cannot start says why in one line, and the process
     * exits with status 1.
     */
    static void run(String name, Starter starter, String... arguments) {
        Service service;
        try {
            service = starter.start(arguments);
        } catch (StartupFailure | MessagingException e) {
            System.err.println(name + " cannot start: " + e.getMessage());
            System.exit(1);
            return;
        } catch (Exception e) {
            System.err.println(name + " cannot start: " + e);
            e.printStackTrace();
            System.exit(1);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            stopped.countDown();
                        },
                        name + "-stop"));
        System.out.println(name + " is ready");
        awaitQuietly(stopped);
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
