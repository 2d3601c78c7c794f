package io.tidings.examples.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP with JSON bodies on the loopback interface. Handlers are called by several threads. Who waits for something takes none of
 * them: an answer may come {@link Later}, and a {@link Stream} of events has a thread of its own. Both are bounded.
 */
public final class JsonServer implements AutoCloseable {

    static {
        // The JDK's server sends headers and body one after the other: with Nagle's algorithm each answer takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger LOG = LoggerFactory.getLogger(JsonServer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService workers;
    private final EventStreams streams;
    private final int mostWaiting;
    private final AtomicLong tickets = new AtomicLong();
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    private JsonServer(HttpServer server, ExecutorService workers, EventStreams streams, int mostWaiting) {
        this.server = server;
        this.workers = workers;
        this.streams = streams;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Listens on {@code http.port}, and answers once {@link #start()} was called. {@code http.waiting.max} says how many may wait for
     * an answer that comes later, 256 if it is not set; {@link EventStreams} names the settings of streams.
     */
    public static JsonServer listen(Settings settings) throws IOException {
        int port = settings.number("http.port");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService workers = Executors.newFixedThreadPool(4);
            server.setExecutor(workers);
            return new JsonServer(
                    server, workers, EventStreams.of(settings, JSON), settings.number("http.waiting.max", 256));
        } catch (BindException e) {
            throw new StartupFailure("Port " + port + " is taken. Another is set by 'http.port'.", e);
        }
    }

    /** Answers requests whose path begins so; what follows is given to the handler. */
    public JsonServer on(String prefix, Handler handler) {
        server.createContext(prefix, exchange -> {
            Reply reply = reply(exchange, prefix, handler);
            if (reply instanceof Stream stream) {
                stream(exchange, stream);
            } else if (reply instanceof Later later) {
                answerLater(exchange, later);
            } else if (reply instanceof Answer answer) {
                answer(exchange, answer);
            }
        });
        return this;
    }

    public JsonServer start() {
        server.start();
        return this;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static Reply reply(HttpExchange exchange, String prefix, Handler handler) throws IOException {
        try {
            return handler.handle(request(exchange, prefix));
        } catch (JacksonException e) {
            return new Answer(400, new Problem("The body is not what is expected: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return new Answer(400, new Problem(String.valueOf(e.getMessage())));
        } catch (Exception e) {
            return failed(exchange, e);
        }
    }

    private static Answer failed(HttpExchange exchange, Throwable failure) {
        LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
        return busy("Not now: " + failure.getMessage());
    }

    private static Answer busy(String why) {
        return new Answer(503, new Problem(why)).with("Retry-After", "1");
    }

    private static Request request(HttpExchange exchange, String prefix) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring(prefix.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Request(
                exchange.getRequestMethod(),
                rest.startsWith("/") ? rest.substring(1) : rest,
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                body,
                JSON);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(
                        URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
            if (body.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Gives the thread back until the answer is there. */
    private void answerLater(HttpExchange exchange, Later later) throws IOException {
        if (waiting.size() >= mostWaiting) {
            answer(exchange, busy("As many as may are waiting"));
            return;
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        long ticket = tickets.incrementAndGet();
        waiting.put(ticket, answer);
        CompletableFuture<Void> unused = answer.thenAccept(found -> {
            waiting.remove(ticket);
            answerByWorker(exchange, found);
        });
        later.answer()
                .whenComplete((found, failure) -> answer.complete(failure == null ? found : failed(exchange, failure)));
    }

    private void answerByWorker(HttpExchange exchange, Answer answer) {
        try {
            workers.execute(() -> {
                try {
                    answer(exchange, answer);
                } catch (IOException e) {
                    LOG.debug("Who waited is gone", e);
                }
            });
        } catch (RejectedExecutionException e) {
            exchange.close();
        }
    }

    private void stream(HttpExchange exchange, Stream stream) throws IOException {
        if (!streams.open(exchange, stream.source())) {
            answer(exchange, busy("As many streams as may are open"));
        }
    }

    /** Those who wait are told to come again; streams end. */
    @Override
    public void close() {
        streams.close();
        waiting.values().forEach(answer -> answer.complete(busy("The service stops")));
        workers.shutdown();
        try {
            boolean unused = workers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // What is answered is answered by now; the JDK's server would wait the whole time that it is given.
        server.stop(0);
    }

    /** Answers a request. */
    public interface Handler {
        Reply handle(Request request) throws Exception;
    }

    /**
     * A request.
     *
     * @param path what follows the handler's prefix, without a leading slash
     * @param headers by name in lower case
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body,
            JsonMapper json) {

        /** The body, read. */
        public <T> T as(Class<T> type) {
            return json.readValue(body, type);
        }

        public Optional<String> query(String name) {
            return Optional.ofNullable(query.get(name));
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** What a request is answered with. */
    public sealed interface Reply permits Answer, Later, Stream {}

    /**
     * An answer.
     *
     * @param body null for none
     */
    public record Answer(int status, @Nullable Object body, Map<String, String> headers) implements Reply {

        public Answer {
            headers = Map.copyOf(headers);
        }

        public Answer(int status, @Nullable Object body) {
            this(status, body, Map.of());
        }

        /** The same with a header more. */
        public Answer with(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Answer(status, body, more);
        }

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

    /** An answer that is not there yet, as a long poll's: nobody's thread waits for it. */
    public record Later(CompletionStage<Answer> answer) implements Reply {}

    /** Server-sent events, until the source ends them or the client goes. */
    public record Stream(EventStreams.Source source) implements Reply {}

    /** What a failed request is answered with. */
    public record Problem(String problem) {}
}
