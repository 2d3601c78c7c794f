package io.tidings.examples.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events (WHATWG HTML, section 9.2): a thread for each stream, and a bound on how many there are. A stream holds no more
 * than the newest event that is not sent, so a client who is slow misses states in between and costs no memory. A client that takes
 * nothing at all is let go, and so is one that has gone, which only writing shows: a comment is written from time to time.
 *
 * <p>Settings: {@code http.streams.max} (64), {@code http.stream.heartbeat.ms} (15,000), {@code http.stream.stall.ms} (30,000: how
 * long a write may take) and {@code http.stream.longest.ms} (600,000: then it ends, and the client resumes where it was).
 */
public final class EventStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** How soon a client whose stream ended asks again, unless it was told the end. */
    private static final String RETRY = "retry: 1000\n\n";

    private static final String HEARTBEAT = ": still here\n\n";

    private final JsonMapper json;
    private final Limits limits;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "stream-watchdog"));
    private final Set<Open> open = ConcurrentHashMap.newKeySet();

    private record Limits(Duration heartbeat, Duration stall, Duration longest) {}

    private EventStreams(JsonMapper json, int most, Limits limits) {
        this.json = json;
        this.limits = limits;
        this.threads = new ThreadPoolExecutor(
                0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "stream"));
        long period = Math.max(1, limits.stall().toMillis() / 4);
        ScheduledFuture<?> unused = // ends with its worker
                watchdog.scheduleWithFixedDelay(this::letStalledGo, period, period, TimeUnit.MILLISECONDS);
    }

    static EventStreams of(Settings settings, JsonMapper json) {
        return new EventStreams(
                json,
                settings.number("http.streams.max", 64),
                new Limits(
                        Duration.ofMillis(settings.number("http.stream.heartbeat.ms", 15_000)),
                        Duration.ofMillis(settings.number("http.stream.stall.ms", 30_000)),
                        Duration.ofMillis(settings.number("http.stream.longest.ms", 600_000))));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Streams what the source gives, on a thread of its own; false if there are as many as may be. */
    boolean open(HttpExchange exchange, Source source) {
        try {
            threads.execute(() -> run(exchange, source));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void run(HttpExchange exchange, Source source) {
        Open stream = new Open(Thread.currentThread());
        open.add(stream);
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/event-stream");
            headers.set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(200, 0);
            stream.write(exchange.getResponseBody(), RETRY);
            NewestEvent newest = new NewestEvent();
            try (Subscription subscription = source.open(newest)) {
                send(stream, exchange.getResponseBody(), newest);
                LOG.debug("{} ends", subscription);
            }
        } catch (IOException | InterruptedException e) {
            LOG.debug("A client has gone, or is let go", e);
        } catch (Exception e) {
            // The client asks again, and perhaps is more lucky.
            LOG.warn("The stream {} failed", exchange.getRequestURI(), e);
        } finally {
            open.remove(stream);
        }
    }

    private void send(Open stream, OutputStream out, NewestEvent newest) throws IOException, InterruptedException {
        long end = System.nanoTime() + limits.longest().toNanos();
        while (System.nanoTime() < end) {
            Event event = newest.next(limits.heartbeat());
            if (event != null) {
                stream.write(out, text(event));
            } else if (newest.ended()) {
                return;
            } else {
                stream.write(out, HEARTBEAT);
            }
        }
    }

    /** JSON in one line: it has no line breaks outside of strings, and escapes those inside. */
    private String text(Event event) {
        return "id: " + event.id() + "\nevent: " + event.name() + "\ndata: " + json.writeValueAsString(event.data())
                + "\n\n";
    }

    /** Interrupting whoever writes to a channel closes it (java.nio.channels.InterruptibleChannel). */
    private void letStalledGo() {
        long now = System.nanoTime();
        for (Open stream : open) {
            if (stream.writesSince(now) > limits.stall().toNanos()) {
                stream.thread.interrupt();
            }
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        threads.shutdownNow();
    }

    /** A stream that is open: what the watchdog looks at. */
    private static final class Open {
        private final Thread thread;
        private volatile long writingSince;
        private volatile boolean writing;

        Open(Thread thread) {
            this.thread = thread;
        }

        void write(OutputStream out, String text) throws IOException {
            writingSince = System.nanoTime();
            writing = true;
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } finally {
                writing = false;
            }
            if (Thread.interrupted()) {
                throw new InterruptedIOException();
            }
        }

        long writesSince(long now) {
            return writing ? now - writingSince : 0;
        }
    }

    /** Where a stream's events come from. */
    public interface Source {
        /** Begins to give events, until what is returned is closed; called on the stream's thread. */
        Subscription open(EventSink sink) throws Exception;
    }

    /** Closed when the stream ends, whoever ends it. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Where a stream's events go. Takes them from any thread, and never makes it wait. */
    public interface EventSink {
        /** In place of an earlier one that is not sent yet. */
        void send(Event event);

        /** Ends the stream, after what is not sent yet. */
        void end();
    }

    /**
     * An event.
     *
     * @param id what a client that was cut off says it has seen ({@code Last-Event-ID})
     * @param data written as JSON
     */
    public record Event(long id, String name, Object data) {}

    /** The newest event that is not sent. */
    private static final class NewestEvent implements EventSink {
        private @Nullable Event newest;
        private boolean ended;

        @Override
        public synchronized void send(Event event) {
            if (!ended) {
                newest = event;
                notifyAll();
            }
        }

        @Override
        public synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized boolean ended() {
            return ended && newest == null;
        }

        /** Null if there is none within that time, or none will come. */
        synchronized @Nullable Event next(Duration patience) throws InterruptedException {
            long end = System.nanoTime() + patience.toNanos();
            for (long left = patience.toNanos(); newest == null && !ended && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            Event next = newest;
            newest = null;
            return next;
        }
    }
}
