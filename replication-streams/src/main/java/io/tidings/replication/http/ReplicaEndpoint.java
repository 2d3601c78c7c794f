package io.tidings.replication.http;

import com.sun.net.httpserver.HttpServer;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.Replication;
import io.tidings.replication.remote.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows a replication over HTTP. It is opened before the replication starts, since other instances must be told where it is:
 *
 * <pre>{@code
 * ReplicaEndpoint endpoint = ReplicaEndpoint.open(EndpointOptions.DEFAULT);
 * configuration.put("application.server", endpoint.address());
 * Replication replication = Replication.start(configuration, definitions);
 * endpoint.serve(replication);
 * }</pre>
 *
 * <p>It answers {@code /health}, {@code /ready}, {@code /metrics} (Prometheus), {@code /views}, {@code /views/NAME}, {@code
 * /views/NAME/rows/KEY}, {@code /views/NAME/rows?from=&to=&limit=}, {@code /views/NAME/rows?by=INDEX&value=}, {@code
 * /views/NAME/parked}, and with a page for people at {@code /}; {@code docs/replica-queries.md} says how. Rows come from all
 * instances. There is no authentication: whoever reaches it reads all views. Safe for use by several threads.
 */
public final class ReplicaEndpoint implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int SAMPLES = 900;
    private static final String SLOWEST = "sun.net.httpserver.maxReqTime";

    private final EndpointOptions options;
    private final HttpServer server;
    private final Workers workers;
    private final Wire wire;
    private final Peers peers;
    private final ScheduledExecutorService looking;

    private ReplicaEndpoint(EndpointOptions options, HttpServer server) {
        this.options = options;
        this.server = server;
        this.peers = new Peers(options.peers());
        this.workers = new Workers(options.threads());
        this.wire = new Wire(options, listensLocally(server));
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "tidings-replica-endpoint-look");
            daemon.setDaemon(true);
            return daemon;
        });
        server.setExecutor(workers);
        server.createContext("/", wire);
        server.start();
    }

    /**
     * Listens. Until {@link #serve} it answers that it is starting.
     *
     * @throws UncheckedIOException if it cannot listen there
     */
    public static ReplicaEndpoint open(EndpointOptions options) {
        // The server of the JDK lets a request that trickles in hold its thread for ever, unless this is set before its
        // first use.
        if (System.getProperty(SLOWEST) == null) {
            System.setProperty(SLOWEST, Long.toString(options.timeout().toSeconds() + 1));
        }
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        try {
            return new ReplicaEndpoint(options, HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address, e);
        }
    }

    /** Where other instances find this one, {@code host:port}: the value of {@code application.server}. */
    public String address() {
        String host = options.advertised().orElse(server.getAddress().getHostString());
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort();
    }

    /** Where it is for who stands on this machine. */
    public URI uri() {
        InetAddress bound = server.getAddress().getAddress();
        String host = bound.isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : server.getAddress().getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort() + "/");
    }

    /** How this instance asks the others. */
    public Peers peers() {
        return peers;
    }

    /** Answers from a replication from now on. */
    public void serve(Replication replication) {
        serve(new Served() {
            @Override
            public Collection<? extends ReplicaView<?, ?>> views() {
                return replication.views();
            }

            @Override
            public boolean ready() {
                return replication.ready();
            }

            @Override
            public Optional<Throwable> failure() {
                return replication.failure();
            }
        });
    }

    void serve(Served served) {
        Router router = new Router(served, peers, options, SAMPLES, InstantSource.system());
        wire.serve(router);
        // What is scheduled ends with the executor; a look never throws.
        var unused = looking.scheduleWithFixedDelay(
                () -> router.histories().forEach(history -> history.look(System.currentTimeMillis())),
                0,
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static boolean listensLocally(HttpServer server) {
        return server.getAddress().getAddress().isLoopbackAddress();
    }

    /** Stops to listen. Who is being answered hears no more. */
    @Override
    public void close() {
        looking.shutdownNow();
        server.stop(0);
        workers.close();
    }
}
