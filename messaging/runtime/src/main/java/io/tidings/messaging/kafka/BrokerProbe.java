package io.tidings.messaging.kafka;

import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.config.BootstrapServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a broker answers before any of Kafka's clients is made: they would log a warning several times a second,
 * and bury the one message that helps.
 */
final class BrokerProbe {

    private static final int LONGEST_CONNECT_MILLIS = 2_000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final String servers;
    private final long end;

    BrokerProbe(String servers, Duration deadline) {
        this.servers = servers;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /**
     * Waits until somebody listens at one of the addresses.
     *
     * @throws UnreachableException if nobody does before the deadline
     */
    void awaitListener() {
        List<BootstrapServer> addresses = BootstrapServer.parseAll(servers);
        while (true) {
            @Nullable IOException failure = null;
            for (BootstrapServer address : addresses) {
                failure = refusal(address);
                if (failure == null) {
                    return;
                }
            }
            if (System.nanoTime() + PAUSE >= end || Thread.currentThread().isInterrupted()) {
                throw unreachable(failure);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private @Nullable IOException refusal(BootstrapServer address) {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int)
                    Math.min(left, LONGEST_CONNECT_MILLIS));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /**
     * Waits until that somebody answers as a broker.
     *
     * @throws UnreachableException if it does not before the deadline
     */
    void awaitBroker(Admin admin) {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) Math.min(left, Integer.MAX_VALUE)))
                    .clusterId()
                    .get(left, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(KafkaFailures.unwrap(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private UnreachableException unreachable(@Nullable Throwable cause) {
        return new UnreachableException("Kafka", servers, "bootstrap.servers", cause);
    }
}
