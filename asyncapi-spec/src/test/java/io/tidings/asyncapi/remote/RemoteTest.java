package io.tidings.asyncapi.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.remote.RemoteAccess.Network;
import io.tidings.asyncapi.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References to URLs, answered by a server in this process. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class RemoteTest {
    private static final String CHANNEL = "address: a\nmessages:\n  M: {$ref: 'messages.yaml#/M'}\n";
    private static final String MESSAGES = "M: {payload: {$ref: '/schemas/Placed.avsc'}}\n";
    private static final String SCHEMA =
            "{\"type\": \"record\", \"name\": \"Placed\", \"namespace\": \"shop\", \"fields\": []}";

    @TempDir
    Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<String, String> content = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        content.put("/api/channel.yaml", CHANNEL);
        content.put("/api/messages.yaml", MESSAGES);
        content.put("/schemas/Placed.avsc", SCHEMA);
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "none" : authorization);
        try (exchange) {
            if (path.startsWith("/to/") || path.equals("/loop")) {
                exchange.getResponseHeaders().set("Location", path.replaceFirst("^/to", ""));
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/slow")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                await();
            } else {
                byte[] body = content.getOrDefault(path, "").getBytes(UTF_8);
                exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingIsOpenedByDefault() {
        ReadResult result = AsyncApi.read(document(url("/api/channel.yaml")));
        assertThat(codes(result)).containsExactly("reference-remote");
        assertThat(result.valid()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsNotAllowedIsNotAsked() {
        for (String reference : List.of(
                url("/other/channel.yaml"),
                url("/apis/channel.yaml"),
                url("/api/../other.yaml"),
                url("/api/%2e%2E/other.yaml"),
                url("/api/..%2fother.yaml"),
                url("/api/").replace("127.0.0.1", "127.0.0.1.evil.example"),
                url("/api/").replace("http://", "http://127.0.0.1@evil.example/"),
                url("/api/").replace("http://", "https://"))) {
            ReadResult result = AsyncApi.read(document(reference), allowing("/api"));
            assertThat(codes(result)).as(reference).containsExactly("reference-remote");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void fetchedOnceThenFromTheCache() {
        Path document = document(url("/api/channel.yaml"));
        ReadResult first = AsyncApi.read(document, allowing("/"));
        assertThat(first.diagnostics()).isEmpty();
        assertThat(schemaOf(first)).isEqualTo("shop.Placed");
        assertThat(asked).containsExactly("/api/channel.yaml", "/api/messages.yaml", "/schemas/Placed.avsc");
        server.stop(0);
        ReadResult second = AsyncApi.read(document, offline("/"));
        assertThat(second).isEqualTo(first);
        assertThat(AsyncApi.read(document, allowing("/"))).isEqualTo(first);
        assertThat(first.sources()).hasSize(4).allMatch(Files::isRegularFile);
    }

    @Test
    void refreshAsksAgain() {
        Path document = document(url("/api/channel.yaml"));
        assertThat(AsyncApi.read(document, allowing("/")).valid()).isTrue();
        content.put("/schemas/Placed.avsc", SCHEMA.replace("Placed", "Taken"));
        assertThat(schemaOf(AsyncApi.read(document, allowing("/")))).isEqualTo("shop.Placed");
        assertThat(schemaOf(AsyncApi.read(document, with("/", Network.REFRESH))))
                .isEqualTo("shop.Taken");
        assertThat(schemaOf(AsyncApi.read(document, offline("/")))).isEqualTo("shop.Taken");
    }

    @Test
    void offlineWithoutCacheIsUncheckedNotWrong() {
        ReadResult result = AsyncApi.read(document(url("/api/channel.yaml")), offline("/"));
        assertThat(codes(result)).containsExactly("reference-remote");
        assertThat(result.valid()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void damagedCacheIsFetchedAnew() throws IOException {
        Path document = document(url("/api/channel.yaml"));
        ReadResult first = AsyncApi.read(document, allowing("/"));
        try (Stream<Path> kept = Files.list(folder.resolve("cache/content"))) {
            for (Path file : kept.toList()) {
                Files.writeString(file, "damaged");
            }
        }
        assertThat(AsyncApi.read(document, allowing("/"))).isEqualTo(first);
        assertThat(asked).hasSize(6);
    }

    @Test
    void redirectsStayWithinWhatIsAllowed() {
        ReadResult within = AsyncApi.read(document(url("/to/api/channel.yaml")), allowing("/"));
        assertThat(within.diagnostics()).isEmpty();
        assertThat(asked).contains("/to/api/channel.yaml", "/api/channel.yaml", "/api/messages.yaml");
        ReadResult out = AsyncApi.read(document(url("/to/api/channel.yaml")), with(List.of("/to")));
        assertThat(codes(out)).containsExactly("reference-remote-failed");
        assertThat(out.diagnostics().get(0).message()).contains("is redirected to");
        ReadResult loop = AsyncApi.read(document(url("/loop")), allowing("/"));
        assertThat(loop.valid()).isFalse();
    }

    @Test
    void whatIsNoFileIsSaidAtTheReference() {
        content.put("/api/page.yaml", "<!DOCTYPE html><title>Sign in</title>");
        content.put("/api/large.yaml", "a: " + "x".repeat(2_000));
        Map<String, String> expected = Map.of(
                "/api/absent.yaml", "is answered with status 404",
                "/api/page.yaml", "yields an HTML page",
                "/api/large.yaml", "yields more than 1000 bytes",
                "/slow", "is not answered within 200 ms");
        expected.forEach((path, message) -> {
            Duration deadline = path.equals("/slow") ? Duration.ofMillis(200) : Duration.ofMinutes(1);
            ReadOptions options = ReadOptions.DEFAULT.remote(
                    access(List.of("/"), Network.WHEN_MISSING).limits(deadline, 1_000));
            Diagnostic diagnostic =
                    AsyncApi.read(document(url(path)), options).diagnostics().get(0);
            assertThat(diagnostic.message()).isEqualTo("'" + url(path) + "' " + message);
            assertThat(diagnostic.location().line()).isEqualTo(3);
        });
    }

    @Test
    void noConnectionIsSaidAtTheReference() {
        server.stop(0);
        assertThat(codes(AsyncApi.read(document(url("/api/channel.yaml")), allowing("/"))))
                .containsExactly("reference-remote-failed");
    }

    @Test
    void mistakesPointIntoTheUrl() {
        content.put("/api/messages.yaml", "M: {paylod: {type: string}}\n");
        ReadResult result = AsyncApi.read(document(url("/api/channel.yaml")), allowing("/"));
        assertThat(result.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("field-unknown");
            assertThat(diagnostic.location().toString()).isEqualTo(url("/api/messages.yaml") + ":1:5");
        });
    }

    @Test
    void localFilesAreOutOfReachFromTheNetwork() {
        content.put("/api/channel.yaml", "address: a\nmessages:\n  M: {$ref: 'file:///etc/hostname'}\n");
        assertThat(codes(AsyncApi.read(document(url("/api/channel.yaml")), allowing("/"))))
                .containsExactly("reference-outside");
    }

    @Test
    void credentialsAreSentAndNeverShown() throws IOException {
        String secret = url("/api/channel.yaml").replace("http://", "http://me:hunter2@");
        ReadResult good = AsyncApi.read(document(secret), allowing("/"));
        assertThat(good.diagnostics()).isEmpty();
        assertThat(authorizations).hasSize(3).allMatch(header -> header.equals("Basic bWU6aHVudGVyMg=="));
        content.put("/api/channel.yaml", "adress: a\n");
        ReadResult bad = AsyncApi.read(document(secret), with("/", Network.REFRESH));
        ReadResult missing = AsyncApi.read(document(secret.replace("channel", "absent")), allowing("/"));
        ReadResult unread = AsyncApi.read(document(secret + "?token=hunter2"));
        for (ReadResult result : List.of(bad, missing, unread)) {
            assertThat(result.diagnostics()).isNotEmpty();
            assertThat(result.diagnostics().toString() + TextReport.plain().of(List.of(result)))
                    .doesNotContain("hunter2");
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile).map(RemoteTest::text))
                    .noneMatch(text -> text.contains("hunter2"));
        }
    }

    @Test
    void whatCannotBeAllowed() {
        for (String url : List.of("ftp://a/", "https://u:p@a/", "https://a/?q", "https://a/b/../c", "relative")) {
            assertThatThrownBy(() -> RemoteAccess.allowing(folder, url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("u:p");
        }
    }

    private static String schemaOf(ReadResult result) {
        return result.document().stream()
                .flatMap(document -> document.channels().values().stream())
                .flatMap(channel -> channel.messages().values().stream())
                .map(message -> message.payload() instanceof MessageSchema.Avro avro
                        ? avro.schema().getFullName()
                        : "none")
                .findFirst()
                .orElse("none");
    }

    private static List<String> codes(ReadResult result) {
        return result.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private ReadOptions allowing(String path) {
        return with(path, Network.WHEN_MISSING);
    }

    private ReadOptions offline(String path) {
        return with(path, Network.OFFLINE);
    }

    private ReadOptions with(String path, Network network) {
        return ReadOptions.DEFAULT.remote(access(List.of(path), network));
    }

    private ReadOptions with(List<String> paths) {
        return ReadOptions.DEFAULT.remote(access(paths, Network.REFRESH));
    }

    private RemoteAccess access(List<String> paths, Network network) {
        String[] urls = paths.stream().map(this::url).toArray(String[]::new);
        return RemoteAccess.allowing(folder.resolve("cache"), urls).network(network);
    }

    private String url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort()) + path;
    }

    private Path document(String reference) {
        try {
            return Files.writeString(
                    folder.resolve("asyncapi.yaml"),
                    "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\nchannels: {a: {$ref: '" + reference + "'}}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
