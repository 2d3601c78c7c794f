package io.tidings.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTP server that answers what a test tells it, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    static {
        // The JDK's server sends headers and body one after the other: with Nagle's algorithm each answer takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private volatile Function<String, Answer> script = request -> new Answer(200, "{}");
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private ScriptedServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static ScriptedServer start() {
        try {
            return new ScriptedServer(HttpServer.create(anyPort(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks HTTPS. */
    static ScriptedServer start(SSLContext context, boolean asksForCertificates) {
        try {
            HttpsServer https = HttpsServer.create(anyPort(), 0);
            https.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters chosen = context.getDefaultSSLParameters();
                    chosen.setNeedClientAuth(asksForCertificates);
                    parameters.setSSLParameters(chosen);
                }
            });
            return new ScriptedServer(https);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The URL of a port where nobody listens. */
    static String nowhere() {
        ScriptedServer gone = start();
        gone.close();
        return gone.url();
    }

    String url() {
        return (server instanceof HttpsServer ? "https://" : "http://")
                + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    ScriptedServer answers(int status, String body) {
        return answers(request -> new Answer(status, body));
    }

    /** Answers by what is asked: method, path and body, separated by blanks. */
    ScriptedServer answers(Function<String, Answer> newScript) {
        script = newScript;
        return this;
    }

    /** Answers one after the other, the last from then on. */
    ScriptedServer answersInTurn(Answer... answers) {
        AtomicInteger next = new AtomicInteger();
        return answers(request -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
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

    List<Map<String, List<String>>> headers() {
        return headers;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            String request = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip();
            requests.add(request);
            gate.await();
            Answer answer = script.apply(request);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
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

    record Answer(int status, String body, Map<String, String> headers) {

        Answer(int status, String body) {
            this(status, body, Map.of());
        }

        Answer with(String header, String value) {
            return new Answer(status, body, Map.of(header, value));
        }
    }
}
