package io.tidings.examples.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.support.EventStreams.Event;
import io.tidings.examples.support.EventStreams.EventSink;
import io.tidings.examples.support.JsonServer.Answer;
import io.tidings.examples.support.JsonServer.Later;
import io.tidings.examples.support.JsonServer.Stream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that come later, and streams: with the JDK's client, and with bare sockets for clients that behave badly. */
class JsonServerTest {
    private static final int LONG_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Answer> later = new CompletableFuture<>();
    private final BlockingQueue<EventSink> opened = new LinkedBlockingQueue<>();
    private final Semaphore closed = new Semaphore(0);
    private JsonServer server = serve(Map.of());

    private JsonServer serve(Map<String, String> limits) {
        Map<String, String> settings = new HashMap<>(limits);
        settings.put("http.port", "0");
        try {
            return JsonServer.listen(new Settings(settings))
                    .on("/later", request -> new Later(later))
                    .on(
                            "/echo",
                            request -> Answer.ok(Map.of(
                                            "path", request.path(), "query", request.query(), "body", request.body()))
                                    .with("X-Seen", request.header("X-Said").orElse("nothing")))
                    .on(
                            "/stream",
                            request -> new Stream(sink -> {
                                sink.send(new Event(
                                        Polling.lastEventId(request) + 1, "status", Map.of("text", "two\nlines")));
                                opened.add(sink);
                                return closed::release;
                            }))
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serveInstead(Map<String, String> limits) {
        server.close();
        server = serve(limits);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRequestHasAQueryAndHeaders() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/echo/a%20b?x=1&y=%26&z").header("x-said", "hello").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Seen")).contains("hello");
        assertThat(answer.body())
                .contains("\"path\":\"a b\"")
                .contains("\"query\":{\"x\":\"1\",\"y\":\"&\",\"z\":\"\"}");
    }

    @Test
    void manyMayWaitAndOthersAreAnsweredMeanwhile() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = java.util.stream.Stream.generate(
                        () -> http.sendAsync(request("/later").build(), BodyHandlers.ofString()))
                .limit(20)
                .toList();
        assertThat(get("/echo").statusCode()).isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        later.complete(new Answer(304, null).with("ETag", "\"1\""));
        for (CompletableFuture<HttpResponse<String>> answer : waiting) {
            assertThat(answer.get().statusCode()).isEqualTo(304);
            assertThat(answer.get().headers().firstValue("ETag")).contains("\"1\"");
        }
    }

    @Test
    void whatFailsLaterIsSaid() throws Exception {
        later.completeExceptionally(new IllegalStateException("the database is away"));
        HttpResponse<String> answer = get("/later");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void noMoreMayWaitThanMay() throws Exception {
        serveInstead(Map.of("http.waiting.max", "1"));
        CompletableFuture<HttpResponse<String>> first =
                http.sendAsync(request("/later").build(), BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second =
                http.sendAsync(request("/later").build(), BodyHandlers.ofString());
        HttpResponse<?> refused =
                (HttpResponse<?>) CompletableFuture.anyOf(first, second).get();
        assertThat(refused.statusCode()).isEqualTo(503);
        server.close();
        assertThat(List.of(first.get().statusCode(), second.get().statusCode())).containsOnly(503);
    }

    @Test
    void aStreamIsEventsUntilItsEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> whole =
                http.sendAsync(request("/stream").header("Last-Event-ID", "6").build(), BodyHandlers.ofString());
        EventSink sink = open();
        String text = "id: 7\nevent: status\ndata: {\"text\":\"two\\nlines\"}\n\n";
        sink.end();
        sink.send(new Event(9, "status", "after the end"));
        HttpResponse<String> answer = whole.get();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).isEqualTo("retry: 1000\n\n" + text);
        assertThat(closed.tryAcquire(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void eventsArriveWhenTheyHappen() throws Exception {
        try (Socket client = connect("/stream")) {
            BufferedReader lines = lines(client);
            awaitLine(lines, "id: 1");
            EventSink sink = open();
            sink.send(new Event(2, "status", "second"));
            awaitLine(lines, "id: 2");
            awaitLine(lines, "data: \"second\"");
            sink.send(new Event(3, "end", "last"));
            sink.end();
            awaitLine(lines, "event: end");
            // The last chunk of a chunked body: the connection could go on.
            awaitLine(lines, "0");
        }
    }

    @Test
    void whoIsSlowMissesStatesInBetweenAndNotTheLast() throws Exception {
        CompletableFuture<HttpResponse<String>> whole =
                http.sendAsync(request("/stream").build(), BodyHandlers.ofString());
        EventSink sink = open();
        for (int i = 2; i <= 5_000; i++) {
            sink.send(new Event(i, "status", i));
        }
        sink.end();
        List<Long> seen = whole.get()
                .body()
                .lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring(4)))
                .toList();
        assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith(5_000L).hasSizeLessThan(5_000);
    }

    @Test
    void aClientThatHasGoneIsNoticed() throws Exception {
        serveInstead(Map.of("http.stream.heartbeat.ms", "20"));
        try (Socket client = connect("/stream")) {
            awaitLine(lines(client), ": still here");
        }
        assertThat(closed.tryAcquire(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClientThatTakesNothingIsLetGo() throws Exception {
        serveInstead(Map.of("http.stream.stall.ms", "200"));
        try (Socket client = connect("/stream")) {
            EventSink sink = open();
            String long1 = "x".repeat(1_000_000);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG_SECONDS);
            boolean let = false;
            for (int i = 2; !let && System.nanoTime() < end; i++) {
                sink.send(new Event(i, "status", long1));
                let = closed.tryAcquire(5, TimeUnit.MILLISECONDS);
            }
            assertThat(let).isTrue();
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void noMoreStreamsAreOpenThanMayBe() throws Exception {
        serveInstead(Map.of("http.streams.max", "1"));
        try (Socket first = connect("/stream")) {
            awaitLine(lines(first), "id: 1");
            assertThat(get("/stream").statusCode()).isEqualTo(503);
            assertThat(get("/echo").statusCode()).isEqualTo(200);
            open().end();
            awaitLine(lines(first), "0");
        }
        assertThat(closed.tryAcquire(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
        // The thread is given back a moment later than the client is told.
        int status = 503;
        for (int i = 0; status == 503 && i < 1000; i++) {
            CompletableFuture<HttpResponse<InputStream>> next =
                    http.sendAsync(request("/stream").build(), BodyHandlers.ofInputStream());
            status = next.get().statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aStreamEndsAfterItsLongestTimeAndIsResumed() throws Exception {
        serveInstead(Map.of("http.stream.longest.ms", "500", "http.stream.heartbeat.ms", "10"));
        HttpResponse<String> first = get("/stream");
        assertThat(first.body()).contains("id: 1\n").contains(": still here\n\n");
        assertThat(closed.tryAcquire(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatStopsEndsItsStreams() throws Exception {
        CompletableFuture<HttpResponse<String>> whole =
                http.sendAsync(request("/stream").build(), BodyHandlers.ofString());
        open();
        server.close();
        assertThat(closed.tryAcquire(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(whole.handle((answer, failure) -> true).get()).isTrue();
    }

    private EventSink open() throws InterruptedException {
        EventSink sink = opened.poll(LONG_SECONDS, TimeUnit.SECONDS);
        if (sink == null) {
            throw new AssertionError("No stream was opened");
        }
        return sink;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private Socket connect(String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(LONG_SECONDS * 1000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("The stream ended before " + wanted);
    }
}
