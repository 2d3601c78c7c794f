package io.tidings.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers what a test tells it, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile Answer answer = new Answer(200, "{}");
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    static ScriptedServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedServer scripted = new ScriptedServer(http);
            http.createContext("/", scripted::handle);
            http.setExecutor(scripted.threads);
            http.start();
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a port where nobody listens. */
    static String nowhere() {
        ScriptedServer gone = start();
        gone.close();
        return gone.url();
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    ScriptedServer answers(int status, String body) {
        answer = new Answer(status, body);
        return this;
    }

    /** Holds answers back. */
    ScriptedServer holds() {
        gate = new CountDownLatch(1);
        return this;
    }

    void releases() {
        gate.countDown();
    }

    List<String> requests() {
        return requests;
    }

    List<String> credentials() {
        return credentials;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            requests.add((exchange.getRequestMethod() + " "
                            + exchange.getRequestURI().getRawPath() + " " + body)
                    .strip());
            gate.await();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String body) {}
}
