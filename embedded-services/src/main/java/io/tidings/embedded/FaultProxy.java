package io.tidings.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A network that fails on demand: stands between clients and a service on 127.0.0.1, and passes bytes on until told otherwise.
 * A fault holds for the connections there are and for those to come, until another one of the same direction replaces it or
 * {@link #heal} ends all. Starts whole. Thread-safe.
 *
 * <p>For PostgreSQL and the registry: {@code FaultProxy.to(postgres.port())}, and {@code proxy.through(postgres.jdbcUrl("orders"))}
 * for its clients. Kafka's clients go to the address that the broker tells them: take {@link KafkaBroker#proxy()}, which the broker
 * advertises to all who come through it.
 */
public final class FaultProxy implements AutoCloseable {

    /** Which way bytes flow. */
    public enum Direction {
        /** From clients to the service. */
        REQUESTS,
        /** From the service to its clients. */
        ANSWERS
    }

    private final int port;
    private final int targetPort;
    private final ProxyLink requests = new ProxyLink(Direction.REQUESTS, this::cut);
    private final ProxyLink answers = new ProxyLink(Direction.ANSWERS, this::cut);
    private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private volatile boolean mute;
    private boolean closed;

    private FaultProxy(int port, int targetPort) {
        this.port = port;
        this.targetPort = targetPort;
    }

    /**
     * Starts on a free port in front of a service, which need not run yet.
     *
     * @param targetPort on 127.0.0.1
     */
    public static FaultProxy to(int targetPort) {
        return start(FreePorts.next(), targetPort);
    }

    /**
     * Starts on a chosen port.
     *
     * @throws EmbeddedServiceException if the port is in use
     */
    public static FaultProxy start(int port, int targetPort) {
        FreePorts.requireFree(port, "a proxy");
        FaultProxy proxy = new FaultProxy(port, targetPort);
        proxy.listen();
        LastWill.add(proxy);
        return proxy;
    }

    /** Where clients connect, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** {@code host:port} for clients. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** An address or URL of the service, as it is reached through this proxy. */
    public String through(String address) {
        return address.replace("127.0.0.1:" + targetPort, address());
    }

    /** Ends all connections on both sides at once, with a reset (RFC 9293, section 3.5.2). New ones are welcome. */
    public void cut() {
        connections.forEach(ProxyConnection::cut);
    }

    /** Refuses new connections, as where nobody listens. Those there are stay: {@link #cut} ends them. */
    public synchronized void refuse() {
        if (listener == null || acceptor == null) {
            return;
        }
        try {
            listener.close();
            // Until it has noticed, the system goes on listening for it.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener = null;
    }

    /**
     * Forgets the service: its side of all connections is reset, while the clients' side stays open and hears nothing; what
     * they send is lost. New connections are accepted and never answered. {@link #heal} cuts them all.
     */
    public synchronized void halfOpen() {
        mute = true;
        connections.forEach(ProxyConnection::forgetService);
    }

    /** Nothing passes in both directions, and nothing is lost: it goes on when healed. Soon, nobody can send any more. */
    public void stall() {
        stall(Direction.REQUESTS);
        stall(Direction.ANSWERS);
    }

    /** Nothing passes in one direction, and nothing is lost: it goes on when healed. */
    public void stall(Direction direction) {
        link(direction).set(Flow.STALLED);
    }

    /**
     * Each piece comes late, in order, by a time between the two; a piece is what was read at once.
     *
     * @param seed of the random delays: each connection draws from its own sequence
     */
    public void delay(Direction direction, Duration least, Duration most, long seed) {
        link(direction).set(Flow.delayed(least, most, seed));
    }

    /**
     * What flows in one direction is lost without a trace, the end of a connection too. With {@link Direction#ANSWERS}: a
     * request takes effect, and its acknowledgement never comes. Connections that lost something are cut by {@link #heal}.
     */
    public void swallow(Direction direction) {
        link(direction).set(Flow.SWALLOWED);
    }

    /** So many bytes pass at a time on each connection, with a pause after each. */
    public void trickle(Direction direction, int bytes, Duration pause) {
        link(direction).set(Flow.trickling(bytes, pause));
    }

    /**
     * Lets so many more bytes pass in one direction, counted over all connections, and then cuts all once, most likely in the
     * middle of a message.
     */
    public void cutAfter(Direction direction, long bytes) {
        link(direction).cutAfter(bytes);
    }

    /** Ends all faults: what was held back flows on; connections that lost something are cut; new ones are welcome. */
    public synchronized void heal() {
        mute = false;
        connections.stream().filter(ProxyConnection::lostSomething).forEach(ProxyConnection::cut);
        requests.heal();
        answers.heal();
        if (listener == null && !closed) {
            listen();
        }
    }

    /** How many bytes have passed in one direction since the start. */
    public long passed(Direction direction) {
        return link(direction).passed();
    }

    /** How many bytes were lost in one direction since the start. */
    public long swallowed(Direction direction) {
        return link(direction).swallowed();
    }

    /** How many connections are open now. */
    public int connections() {
        return connections.size();
    }

    /** How many connections have been accepted since the start. */
    public int accepted() {
        return accepted.get();
    }

    /** Stops listening and cuts all connections. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            refuse();
        }
        LastWill.remove(this);
        cut();
    }

    @Override
    public String toString() {
        return "proxy " + address() + " to port " + targetPort;
    }

    private ProxyLink link(Direction direction) {
        return direction == Direction.REQUESTS ? requests : answers;
    }

    private void listen() {
        try {
            ServerSocket socket = new ServerSocket();
            // Connections of this port may still be open, or in TIME_WAIT.
            socket.setReuseAddress(true);
            socket.bind(FreePorts.loopback(port));
            listener = socket;
            acceptor = ProxyConnection.daemon("proxy-" + port, () -> acceptFrom(socket));
            acceptor.start();
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot listen on " + address() + ": " + e.getMessage(), e);
        }
    }

    private void acceptFrom(ServerSocket socket) {
        while (true) {
            try {
                welcome(socket.accept());
            } catch (IOException refused) {
                return;
            }
        }
    }

    private void welcome(Socket client) {
        ProxyConnection connection =
                new ProxyConnection(client, accepted.getAndIncrement(), requests, answers, connections::remove);
        connections.add(connection);
        if (mute) {
            connection.forgetService();
        } else {
            connection.open(targetPort);
        }
    }
}
