package io.tidings.replication.http;

import io.tidings.replication.remote.PeerOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint listens, and what it lets itself be asked.
 *
 * @param host the interface it listens on: the loopback interface, unless said otherwise
 * @param port 0 for any that is free
 * @param advertised the host that other instances know this one by; where it listens, if empty
 * @param threads how many questions are answered at once; half of them, at most, may be waiting for other instances
 * @param timeout the longest that an answer may take, and what is taken where nobody says how long
 * @param maxRows how many rows one page has at most
 * @param maxUrl the longest path and query, in characters
 * @param maxBody the largest body, in bytes
 * @param peers how instances speak with each other
 */
public record EndpointOptions(
        String host,
        int port,
        Optional<String> advertised,
        int threads,
        Duration timeout,
        int maxRows,
        int maxUrl,
        int maxBody,
        PeerOptions peers) {

    /** Any free port of the loopback interface, 16 threads, 10 seconds, 1,000 rows, 8,192 characters, 64 KiB. */
    public static final EndpointOptions DEFAULT = new EndpointOptions(
            InetAddress.getLoopbackAddress().getHostAddress(),
            0,
            Optional.empty(),
            16,
            Duration.ofSeconds(10),
            1_000,
            8_192,
            64 * 1024,
            PeerOptions.DEFAULT);

    public EndpointOptions {
        if (threads < 2 || maxRows < 1 || maxUrl < 1 || maxBody < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("An endpoint needs 2 threads, and limits of at least 1");
        }
    }

    /** The same, listening there. */
    public EndpointOptions listen(String onHost, int onPort) {
        return new EndpointOptions(onHost, onPort, advertised, threads, timeout, maxRows, maxUrl, maxBody, peers);
    }

    /** The same, known to other instances by that host: the pod's address, say, while it listens on {@code 0.0.0.0}. */
    public EndpointOptions advertise(String asHost) {
        return new EndpointOptions(host, port, Optional.of(asHost), threads, timeout, maxRows, maxUrl, maxBody, peers);
    }

    public EndpointOptions withThreads(int value) {
        return new EndpointOptions(host, port, advertised, value, timeout, maxRows, maxUrl, maxBody, peers);
    }

    public EndpointOptions withTimeout(Duration value) {
        return new EndpointOptions(host, port, advertised, threads, value, maxRows, maxUrl, maxBody, peers);
    }

    public EndpointOptions withMaxRows(int value) {
        return new EndpointOptions(host, port, advertised, threads, timeout, value, maxUrl, maxBody, peers);
    }

    public EndpointOptions withPeers(PeerOptions value) {
        return new EndpointOptions(host, port, advertised, threads, timeout, maxRows, maxUrl, maxBody, value);
    }
}
