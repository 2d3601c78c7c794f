package io.tidings.examples.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** HTTP with JSON bodies on the loopback interface. Handlers are called by several threads. */
public final class JsonServer implements AutoCloseable {

    static {
        // The JDK's server sends headers and body one after the other: with Nagle's algorithm each answer takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger LOG = LoggerFactory.getLogger(JsonServer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService workers;
    private final AtomicInteger answering = new AtomicInteger();

    private JsonServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Listens on {@code http.port}, and answers once {@link #start()} was called. */
    public static JsonServer listen(Settings settings) throws IOException {
        int port = settings.number("http.port");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService workers = Executors.newFixedThreadPool(4);
            server.setExecutor(workers);
            return new JsonServer(server, workers);
        } catch (BindException e) {
            throw new StartupFailure("Port " + port + " is taken. Another is set by 'http.port'.", e);
        }
    }

    /** Answers requests whose path begins so; what follows is given to the handler. */
    public JsonServer on(String prefix, Handler handler) {
        server.createContext(prefix, exchange -> {
            answering.incrementAndGet();
            try (exchange) {
                answer(exchange, prefix, handler);
            } finally {
                answering.decrementAndGet();
            }
        });
        return this;
    }

    public JsonServer start() {
        server.start();
        return this;
    }

    private static void answer(HttpExchange exchange, String prefix, Handler handler) throws IOException {
        Answer answer;
        try {
            String rest = exchange.getRequestURI().getPath().substring(prefix.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer = handler.handle(new Request(
                    exchange.getRequestMethod(), rest.startsWith("/") ? rest.substring(1) : rest, body, JSON));
        } catch (JacksonException e) {
            answer = new Answer(400, new Problem("The body is not what is expected: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            answer = new Answer(400, new Problem(String.valueOf(e.getMessage())));
        } catch (Exception e) {
            LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            answer = new Answer(503, new Problem("Not now: " + e.getMessage()));
        }
        byte[] body = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        // The JDK's server waits the whole time, even where there is nothing to wait for.
        server.stop(answering.get() == 0 ? 0 : 1);
        workers.shutdown();
    }

    /** Answers a request. */
    public interface Handler {
        Answer handle(Request request) throws Exception;
    }

    /**
     * A request.
     *
     * @param path what follows the handler's prefix, without a leading slash
     */
    public record Request(String method, String path, String body, JsonMapper json) {

        /** The body, read. */
        public <T> T as(Class<T> type) {
            return json.readValue(body, type);
        }
    }

    /**
     * An answer.
     *
     * @param body null for none
     */
    public record Answer(int status, @Nullable Object body) {

        public static Answer ok(Object body) {
            return new Answer(200, body);
        }

        public static Answer notFound() {
            return new Answer(404, new Problem("There is no such thing"));
        }

        public static Answer notAllowed() {
            return new Answer(405, new Problem("That cannot be done here"));
        }
    }

    /** What a failed request is answered with. */
    public record Problem(String problem) {}
}
