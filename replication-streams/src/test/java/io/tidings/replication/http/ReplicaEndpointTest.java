package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.AtLeast;
import io.tidings.replication.FakeCluster;
import io.tidings.replication.FakeCluster.Instance;
import io.tidings.replication.Staleness;
import io.tidings.replication.figures.Figure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaEndpointTest {

    private static final String ROWS = "views/RestaurantView/rows";

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeCluster cluster = new FakeCluster(2, Staleness.answerAlways(), Clock.systemUTC());
    private final ReplicaEndpoint endpoint = ReplicaEndpoint.open(
            EndpointOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)).withMaxRows(50));
    private final Instance instance = cluster.join(endpoint.address());
    private final FakeServed served = new FakeServed(instance.view());

    @BeforeEach
    void serve() {
        cluster.hold(0, instance);
        cluster.hold(1, instance);
        endpoint.serve(served);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aRowBearsItsVersionAndPosition() throws Exception {
        AtLeast place = cluster.says("ro/ma", 5, "Roma");

        HttpResponse<String> answer = get(ROWS + "/ro%2Fma");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"id\":\"ro/ma\",\"key\":\"ro/ma\",\"version\":5,\"since\":\"")
                .endsWith("\"value\":{\"name\":\"Roma\",\"revision\":null}}");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Tidings-Version")).isEqualTo("5");
        assertThat(header(answer, "Tidings-Position")).isEqualTo(place.toString());
        assertThat(Double.parseDouble(header(answer, "Tidings-Age"))).isNotNegative();
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aPositionIsATokenToAskWith() throws Exception {
        cluster.says("roma", 5, "Roma");
        String position = header(get(ROWS + "/roma"), "Tidings-Position");

        assertThat(get(ROWS + "/roma?atLeast=" + position).statusCode()).isEqualTo(200);
        assertThat(get(ROWS + "/roma?atLeast=v5").statusCode()).isEqualTo(200);
        HttpResponse<String> behind = get(ROWS + "/roma?atLeast=v6&timeout=10");
        assertThat(behind.statusCode()).isEqualTo(504);
        assertThat(behind.body()).contains("urn:tidings:problem:behind").contains("has version 5");
        assertThat(header(behind, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(behind, "Retry-After")).isEqualTo("1");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        cluster.says("roma", 1, "Roma");
        cluster.deletes("roma", 2);

        assertThat(get(ROWS + "/nobody").statusCode()).isEqualTo(404);
        HttpResponse<String> gone = get(ROWS + "/roma");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("urn:tidings:problem:no-row");
        assertThat(header(gone, "Tidings-Position")).contains("@");
    }

    @Test
    void rowsAreReadInPagesAndByIndex() throws Exception {
        for (int i = 0; i < 5; i++) {
            cluster.says("r" + i, 1, i < 2 ? "few" : "many");
        }

        assertThat(ids(get(ROWS))).isEqualTo("r0 r1 r2 r3 r4");
        assertThat(ids(get(ROWS + "?from=r1&to=r3"))).isEqualTo("r1 r2 r3");
        HttpResponse<String> page = get(ROWS + "?limit=2");
        assertThat(ids(page)).isEqualTo("r0 r1");
        assertThat(page.body()).endsWith("\"more\":true,\"after\":\"r1\"}");
        assertThat(ids(get(ROWS + "?limit=2&after=r1"))).isEqualTo("r2 r3");
        HttpResponse<String> last = get(ROWS + "?limit=2&after=r3");
        assertThat(ids(last)).isEqualTo("r4");
        assertThat(last.body()).endsWith("\"more\":false}");
        assertThat(ids(get(ROWS + "?after=r2a"))).isEqualTo("r3 r4");
        assertThat(ids(get(ROWS + "?by=name&value=few"))).isEqualTo("r0 r1");
        assertThat(ids(get(ROWS + "?by=name&value=none"))).isEmpty();
    }

    @Test
    void parkedKeysAreShownWithTheirReasons() throws Exception {
        cluster.babbles("roma", 4L);
        cluster.babbles("napoli", null);

        assertThat(get("views/RestaurantView/parked").body())
                .contains("{\"key\":\"roma\",\"version\":4,\"offset\":0,\"topic\":\"restaurants\",\"since\":\"")
                .contains("\"key\":\"napoli\",\"offset\"")
                .contains("\"reason\":\"nobody understands\"");
        HttpResponse<String> parked = get(ROWS + "/roma?atLeast=v4");
        assertThat(parked.statusCode()).isEqualTo(409);
        assertThat(parked.body()).contains("urn:tidings:problem:parked");
    }

    @Test
    void viewsAreListedWithHowTheyDo() throws Exception {
        cluster.says("roma", 1, "Roma");

        assertThat(get("views").body())
                .startsWith("{\"ready\":true,\"views\":[{\"name\":\"RestaurantView\",\"generation\":\"RestaurantView-")
                .contains("\"store\":\"ROCKSDB\",\"coverage\":\"PARTITIONED\",\"key\":\"string\"")
                .contains("\"indexes\":{\"name\":\"string\"},\"ready\":true,\"rows\":1,\"graves\":0,\"parked\":0")
                .doesNotContain("history");
        assertThat(get("views/RestaurantView").body())
                .contains("\"positions\":{\"restaurants@0\":")
                .contains("{\"partition\":1,\"here\":true,\"owner\":\"" + endpoint.address() + "\",\"standbys\":[]}")
                .contains("\"history\":[");
    }

    @Test
    void theBrokerIsMissedWithoutAWord() throws Exception {
        instance.deaf(true);
        instance.caughtUpAt(null);
        // What an endpoint has heard from the broker, it tells for two seconds: this one has heard nothing.
        try (ReplicaEndpoint other = ReplicaEndpoint.open(EndpointOptions.DEFAULT)) {
            other.serve(served);

            assertThat(get(other, "views/RestaurantView").body()).contains("\"lag\":null,\"ageSeconds\":null");
            assertThat(get(other, "metrics").body())
                    .contains("tidings_replica_lag{view=\"RestaurantView\"} NaN\n")
                    .contains("tidings_replica_age_seconds{view=\"RestaurantView\"} NaN\n");
        }
    }

    @Test
    void probesTellHealthFromReadiness() throws Exception {
        assertThat(get("health").statusCode()).isEqualTo(200);
        assertThat(get("ready").statusCode()).isEqualTo(200);

        served.ready(false);
        assertThat(get("health").statusCode()).isEqualTo(200);
        assertThat(get("ready").statusCode()).isEqualTo(503);

        served.fail(new IllegalStateException("state is damaged"));
        assertThat(get("health").statusCode()).isEqualTo(503);
        assertThat(get("views").body()).contains("state is damaged");
    }

    @Test
    void prometheusReadsTheFigures() throws Exception {
        cluster.says("roma", 1, "Roma");

        HttpResponse<String> metrics = get("metrics");

        assertThat(header(metrics, "Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(metrics.body().lines().filter(line -> line.startsWith("# TYPE")))
                .hasSize(Figure.values().length);
        assertThat(metrics.body())
                .contains("# TYPE tidings_replica_rows gauge\ntidings_replica_rows{view=\"RestaurantView\"} 1.0\n")
                .contains("# TYPE tidings_replica_without_key_total counter\n")
                .endsWith("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "views/Nobody, 404, there are [RestaurantView]",
        "views/RestaurantView/rows/a/b, 404, There is nothing",
        "views/RestaurantView/columns, 404, There is nothing",
        "nowhere, 404, There is nothing at /nowhere",
        "health/more, 404, There is nothing",
        "views/RestaurantView/rows?form=a, 400, There is no parameter 'form'",
        "views/RestaurantView/rows?from=a&from=b, 400, given twice",
        "views/RestaurantView/rows?from=a&after=b, 400, either",
        "views/RestaurantView/rows?limit=0, 400, from 1 to 50",
        "views/RestaurantView/rows?limit=51, 400, from 1 to 50",
        "views/RestaurantView/rows?limit=x, 400, from 1 to 50",
        "views/RestaurantView/rows?by=city&value=x, 400, it has [name]",
        "views/RestaurantView/rows?by=name, 400, needs a 'value'",
        "views/RestaurantView/rows/a?atLeast=42, 400, A token is",
        "views/RestaurantView/rows/a?atLeast=other@0:1, 400, other",
        "views/RestaurantView/rows/a?timeout=-1, 400, 'timeout'",
        "peers/v2/x, 404, There is nothing",
    })
    void aMistakeIsNamed(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer =
                path.startsWith("peers") ? send(request(path).POST(BodyPublishers.noBody())) : get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(detail);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void nothingIsChangedOverHttp() throws Exception {
        HttpResponse<String> answer = send(request(ROWS + "/roma").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        cluster.says("roma", 5, "Roma");
        HttpResponse<String> answer = send(request(ROWS + "/roma").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Tidings-Version")).isEqualTo("5");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        assertThat(get(ROWS + "/" + "x".repeat(9_000)).statusCode()).isEqualTo(414);
        HttpResponse<String> body = send(request("peers/v1/x").POST(BodyPublishers.ofByteArray(new byte[65 * 1024])));
        assertThat(body.statusCode()).isEqualTo(413);
    }

    @Test
    void peersAreToldWhatIsWrongInAHeader() throws Exception {
        String generation = instance.replica().name();

        HttpResponse<String> unknown = send(request("peers/v1/Other-1").POST(BodyPublishers.ofString("x")));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(header(unknown, "Tidings-Problem")).isEqualTo("unknown-view");
        HttpResponse<String> unread = send(request("peers/v1/" + generation).POST(BodyPublishers.ofString("hello")));
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(header(unread, "Tidings-Problem")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /views HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n",
                "GET /views/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /views/%ff%fe HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            })
    void whoCallsItByAnotherNameOrInRiddlesIsRefused(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 40");
    }

    @Test
    void beforeItServesItSaysSo() throws Exception {
        try (ReplicaEndpoint early = ReplicaEndpoint.open(EndpointOptions.DEFAULT)) {
            HttpRequest health =
                    HttpRequest.newBuilder(early.uri().resolve("health")).build();
            HttpRequest ready =
                    HttpRequest.newBuilder(early.uri().resolve("ready")).build();
            assertThat(http.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(http.send(ready, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void thePageMayFetchNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("");

        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none'; connect-src 'self'; style-src 'sha256-");
        assertThat(page.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), endpoint.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(reader.readLine());
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> get(ReplicaEndpoint from, String path) throws Exception {
        return send(HttpRequest.newBuilder(from.uri().resolve("/" + path)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.uri().resolve("/" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String ids(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Pattern.compile("\"id\":\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }
}
