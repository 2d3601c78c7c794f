package io.tidings.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1 that nobody listens on. Thread-safe. */
public final class FreePorts {
    // Below the ephemeral ranges of Linux (32768) and macOS (49152): a port of those can become the local end of any
    // outgoing
    // connection between our look and the service's bind.
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 200;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /**
     * A free port, never the same twice in this JVM. Another process may still take it before you do.
     *
     * @throws EmbeddedServiceException if none was found
     */
    public static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (HANDED_OUT.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServiceException("no free port found between " + LOWEST + " and " + BEYOND);
    }

    /** Whether a server could listen on this port of 127.0.0.1 now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the services do: a port in TIME_WAIT after a restart counts as free.
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static void requireFree(int port, String service) {
        if (!isFree(port)) {
            throw new EmbeddedServiceException(
                    "cannot start " + service + ": port " + port + " of 127.0.0.1 is in use; 0 takes a free one");
        }
    }

    /** 127.0.0.1, which "localhost" and the JVM's own loopback address need not be. */
    static InetSocketAddress loopback(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
