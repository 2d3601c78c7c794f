package io.tidings.replication.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tidings.replication.remote.Peers;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between the JDK's server and the router: limits, headers, and what every answer bears. */
final class Wire implements HttpHandler {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final EndpointOptions options;
    private final boolean local;
    private volatile @Nullable Router router;

    /**
     * Listens.
     *
     * @param local whether only this machine reaches it: then whoever calls it by another name is a web page that was given a
     *     name for this machine, to read through somebody's browser (DNS rebinding)
     */
    Wire(EndpointOptions options, boolean local) {
        this.options = options;
        this.local = local;
    }

    void serve(Router given) {
        router = given;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            Router there = router;
            checkHost(exchange);
            Question question = question(exchange);
            if (there != null) {
                return there.answer(question);
            }
            if (question.path().equals(List.of("health"))) {
                return Reply.json(200, json -> {
                    json.writeStartObject();
                    json.writeStringProperty("status", "up");
                    json.writeEndObject();
                });
            }
            throw HttpProblem.starting();
        } catch (HttpProblem e) {
            return Reply.problem(e);
        }
    }

    private Question question(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        if (uri.toString().length() > options.maxUrl()) {
            throw HttpProblem.tooLarge(414, "A URL has at most " + options.maxUrl() + " characters here");
        }
        byte[] body = exchange.getRequestBody().readNBytes(options.maxBody() + 1);
        if (body.length > options.maxBody()) {
            throw HttpProblem.tooLarge(413, "A body has at most " + options.maxBody() + " bytes here");
        }
        Optional<String> timeout =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Peers.TIMEOUT_HEADER));
        return Question.of(exchange.getRequestMethod(), uri, timeout, body);
    }

    private void checkHost(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (!local || host == null) {
            return;
        }
        int colon = host.lastIndexOf(':');
        String name = (colon > host.lastIndexOf(']') ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
        if (!LOCAL.contains(name)
                && !name.equals(options.host())
                && options.advertised().filter(name::equalsIgnoreCase).isEmpty()) {
            throw HttpProblem.badRequest(
                    "This endpoint listens for its own machine only, and is not called '" + name
                            + "'; what stands before it passes its host on, or it is advertised by that name",
                    null);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head || reply.body().length == 0) {
            if (head) {
                headers.set("Content-Length", Integer.toString(reply.body().length));
            }
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }
}
