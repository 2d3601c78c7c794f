package io.tidings.embedded;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection and the one to the service that belongs to it. Thread-safe. */
final class ProxyConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyConnection.class);

    private final Socket client;
    private final Socket service = new Socket();
    private final int number;
    private final ProxyPipe requests;
    private final ProxyPipe answers;
    private final Consumer<ProxyConnection> onEnd;
    private final AtomicInteger open = new AtomicInteger(2);
    private volatile boolean forgotten;

    ProxyConnection(Socket client, int number, ProxyLink requests, ProxyLink answers, Consumer<ProxyConnection> onEnd) {
        this.client = client;
        this.number = number;
        this.requests = new ProxyPipe(requests, number);
        this.answers = new ProxyPipe(answers, number);
        this.onEnd = onEnd;
    }

    /** Connects to the service and begins to pass bytes on. If nobody listens there, the client is cut off. */
    void open(int port) {
        // In a thread of its own: a service that is frozen accepts nobody, and others may be waiting to be refused.
        daemon(
                        "proxy-connect-" + number,
                        () -> guarded(() -> {
                            service.connect(FreePorts.loopback(port));
                            client.setTcpNoDelay(true);
                            service.setTcpNoDelay(true);
                            pump("requests", requests, client, service);
                            pump("answers", answers, service, client);
                        }))
                .start();
    }

    private void pump(String what, ProxyPipe pipe, Socket from, Socket to) {
        daemon("proxy-" + what + "-" + number, () -> guarded(() -> pipe.readAll(from)))
                .start();
        daemon(
                        "proxy-" + what + "-" + number,
                        () -> guarded(() -> {
                            pipe.writeAll(to);
                            if (open.decrementAndGet() == 0 && !forgotten) {
                                cut();
                            }
                        }))
                .start();
    }

    private interface Pumping {
        void run() throws IOException;
    }

    private void guarded(Pumping pumping) {
        try {
            pumping.run();
        } catch (IOException ended) {
            LOG.debug("Connection {} has ended", number, ended);
            if (!forgotten) {
                cut();
            }
        }
    }

    /** The service hears that its client is gone; the client hears nothing. */
    void forgetService() {
        forgotten = true;
        requests.close();
        answers.close();
        reset(service);
    }

    boolean lostSomething() {
        return forgotten || requests.lossy() || answers.lossy();
    }

    /** Ends both sides with a reset. */
    void cut() {
        requests.close();
        answers.close();
        reset(client);
        reset(service);
        onEnd.accept(this);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            LOG.trace("Not open", alreadyClosed);
        }
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing a socket failed", e);
        }
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
