package io.tidings.replication.http;

import io.tidings.replication.remote.PeerAnswers;
import io.tidings.replication.remote.PeerException;
import io.tidings.replication.remote.PeerProblem;
import io.tidings.replication.remote.Peers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;

/**
 * Answers questions. Those that may wait for other instances have half of the threads: whatever comes from outside, there is always
 * one left to answer other instances, so that instances that ask each other never wait for each other in a circle.
 */
final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String PEERS = "peers";
    private static final String VIEWS = "views";

    private final Served served;
    private final Map<String, ServedView<?, ?>> views = new LinkedHashMap<>();
    private final PeerAnswers peerAnswers;
    private final EndpointOptions options;
    private final Semaphore outside;

    Router(Served served, Peers peers, EndpointOptions options, int samples, InstantSource clock) {
        this.served = served;
        this.options = options;
        this.outside = new Semaphore(options.threads() / 2);
        this.peerAnswers = new PeerAnswers(served.views(), options.peers());
        served.views().forEach(view -> {
            ServedView<?, ?> shown = new ServedView<>(view, peers, options, samples, clock);
            views.put(shown.name(), shown);
        });
    }

    List<History> histories() {
        return views.values().stream().<History>map(ServedView::history).toList();
    }

    /** Never fails: what goes wrong is an answer too. */
    Reply answer(Question question) {
        try {
            return route(question);
        } catch (RuntimeException e) {
            HttpProblem problem = HttpProblem.of(e);
            if (problem.status() == 500) {
                LOG.error("A question could not be answered: {}", question.path(), e);
            }
            return Reply.problem(problem);
        }
    }

    private Reply route(Question question) {
        List<String> path = question.path();
        String first = path.isEmpty() ? "" : path.get(0);
        if (first.equals(PEERS) && path.size() == 3) {
            return peer(question);
        }
        if (!question.method().equals("GET") && !question.method().equals("HEAD")) {
            return Reply.problem(HttpProblem.method("GET, HEAD")).with("Allow", "GET, HEAD");
        }
        if (first.equals(VIEWS)) {
            return views(question);
        }
        if (path.size() > 1) {
            throw nothing(path);
        }
        return switch (first) {
            case "" -> Page.reply();
            case "health" -> health();
            case "ready" -> status(served.ready(), "ready", "not ready");
            case "metrics" -> metrics();
            default -> throw nothing(path);
        };
    }

    private Reply views(Question question) {
        List<String> path = question.path();
        if (path.size() == 1) {
            question.only();
            return Reply.json(200, this::overview);
        }
        ServedView<?, ?> view = views.get(path.get(1));
        if (view == null) {
            throw HttpProblem.notFound("There is no view '" + path.get(1) + "'; there are " + views.keySet());
        }
        if (path.size() == 2) {
            question.only();
            return Reply.json(200, json -> new Overview(json).write(view, true));
        }
        String part = path.get(2);
        if (part.equals("parked") && path.size() == 3) {
            return fromOutside(() -> view.parked(question));
        }
        if (part.equals("rows") && path.size() == 3) {
            return fromOutside(() -> view.rows(question));
        }
        if (part.equals("rows") && path.size() == 4) {
            return fromOutside(() -> view.row(path.get(3), question));
        }
        throw nothing(path);
    }

    private void overview(JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("ready", served.ready());
        served.failure().ifPresent(failure -> json.writeStringProperty("failure", failure.toString()));
        json.writeName(VIEWS);
        json.writeStartArray();
        views.values().forEach(view -> new Overview(json).write(view, false));
        json.writeEndArray();
        json.writeEndObject();
    }

    private Reply fromOutside(Supplier<Reply> answer) {
        if (!outside.tryAcquire()) {
            throw HttpProblem.busy();
        }
        try {
            return answer.get();
        } finally {
            outside.release();
        }
    }

    private Reply peer(Question question) {
        if (!question.method().equals("POST")) {
            return Reply.problem(HttpProblem.method("POST")).with("Allow", "POST");
        }
        List<String> path = question.path();
        if (!path.get(1).equals("v1")) {
            throw nothing(path);
        }
        try {
            byte[] reply = peerAnswers.answer(path.get(2), question.body(), peerTimeout(question));
            return Reply.of(200, "application/octet-stream", reply);
        } catch (PeerException e) {
            return refusal(e);
        }
    }

    private Duration peerTimeout(Question question) {
        try {
            long millis = question.timeoutHeader()
                    .map(Long::parseLong)
                    .orElse(options.timeout().toMillis());
            return Duration.ofMillis(
                    Math.max(1, Math.min(millis, options.timeout().toMillis())));
        } catch (NumberFormatException e) {
            throw HttpProblem.badRequest("The header " + Peers.TIMEOUT_HEADER + " is a number of milliseconds", e);
        }
    }

    private static Reply refusal(PeerException e) {
        PeerProblem problem = e.problem();
        byte[] reason = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
        Reply reply = Reply.of(problem.status(), "text/plain; charset=utf-8", reason)
                .with(Peers.PROBLEM_HEADER, problem.code());
        return e.owner().map(owner -> reply.with(Peers.OWNER_HEADER, owner)).orElse(reply);
    }

    /** A new start would help if replication has stopped for good, and only then. */
    private Reply health() {
        return status(served.failure().isEmpty(), "up", "down");
    }

    private static Reply status(boolean good, String yes, String no) {
        return Reply.json(good ? 200 : HttpProblem.SERVICE_UNAVAILABLE, json -> {
            json.writeStartObject();
            json.writeStringProperty("status", good ? yes : no);
            json.writeEndObject();
        });
    }

    private Reply metrics() {
        return Reply.text(
                MetricsText.TYPE,
                MetricsText.of(histories().stream().map(History::figures).toList()));
    }

    private static HttpProblem nothing(List<String> path) {
        return HttpProblem.notFound("There is nothing at /" + String.join("/", path));
    }
}
