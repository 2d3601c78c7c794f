package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told when the registry, or the way to it, fails. */
class RegistryFaultsTest {

    private static final String TEXT = "{\"schema\":\"\\\"string\\\"\"}";

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void namesTheUrlAndTheSettingOfARegistryThatRefuses() {
        String nowhere = ScriptedServer.nowhere();

        RegistryException failure = failure(connect(nowhere, Map.of()));

        assertThat(failure)
                .hasMessageContaining(nowhere)
                .hasMessageContaining("cannot be reached: the connection was refused")
                .hasMessageContaining("schema.registry.url");
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.status()).isZero();
    }

    @Test
    void givesUpWhenTheDeadlinePasses() {
        server.holds();

        RegistryException failure = failure(connect(server.url(), Map.of("schema.registry.request.timeout.ms", "200")));

        assertThat(failure).hasMessageContaining("200 ms").hasMessageContaining("schema.registry.request.timeout.ms");
        assertThat(failure.retryable()).isTrue();
        server.releases();
    }

    @ParameterizedTest
    @CsvSource({"500,true", "503,true", "429,true", "401,false", "403,false", "409,false", "422,false"})
    void saysWhetherAStatusIsWorthRetrying(int status, boolean retryable) {
        server.answers(status, "{\"error_code\":" + status + "01,\"message\":\"so it is\"}");

        RegistryException failure = failure(connect(server.url(), Map.of()));

        assertThat(failure).hasMessageContaining("so it is").hasMessageContaining(server.url());
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.retryable()).isEqualTo(retryable);
    }

    @Test
    void knowsARegistrysOwn404() {
        server.answers(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

        assertThat(failure(connect(server.url(), Map.of())).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Not Found</html>",
                "{\"status\":404,\"path\":\"/schemas/ids/1\"}",
                "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}"
            })
    void doesNotTakeAnybodys404ForAnAnswer(String body) {
        server.answers(404, body);

        RegistryException failure = failure(connect(server.url(), Map.of()));

        assertThat(failure.status()).isZero();
        assertThat(failure).hasMessageContaining("is the path of the URL right?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome</html>", "{\"schema\":", "[]", "{}", "{\"schema\":7}", "{\"id\":\"x\"}"})
    void doesNotTakeNonsenseForAnAnswer(String body) {
        server.answers(200, body);

        RegistryException failure = failure(connect(server.url(), Map.of()));

        assertThat(failure.status()).isZero();
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void refusesSchemasThatAreNotAvro() {
        server.answers(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}");

        RegistryException failure = failure(connect(server.url(), Map.of()));

        assertThat(failure).hasMessageContaining("PROTOBUF");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.status()).isEqualTo(200);
    }

    @Test
    void goesOnToTheNextUrl() {
        server.answers(200, TEXT);
        SchemaRegistry registry = connect(ScriptedServer.nowhere() + ", " + server.url() + "/", Map.of());

        registry.schemaById(1);
        registry.schemaById(2);

        assertThat(server.requests()).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/2");
    }

    @Test
    void leavesTimeForTheNextUrl() {
        try (ScriptedServer silent = ScriptedServer.start().holds()) {
            server.answers(200, TEXT);
            SchemaRegistry registry =
                    connect(silent.url() + "," + server.url(), Map.of("schema.registry.request.timeout.ms", "2000"));

            assertThat(registry.schemaById(1).getName()).isEqualTo("string");
            silent.releases();
        }
    }

    @Test
    void stopsCallingARegistryThatKeepsFailingAndComesBackToIt() {
        server.answers(500, "");
        SchemaRegistry registry = connect(server.url(), Map.of("schema.registry.circuit.open.ms", "300"));
        RegistryException failure = failure(registry);
        while (!String.valueOf(failure.getMessage()).contains("kept failing")) {
            failure = failure(registry);
        }
        assertThat(failure).hasMessageContaining(server.url()).hasMessageContaining("schema.registry.url");
        assertThat(failure.retryable()).isTrue();
        assertThat(server.requests()).hasSizeLessThan(10);

        server.answers(200, TEXT);

        awaitThat(() -> succeeds(registry));
    }

    @Test
    void countsDefiniteAnswersAsHealth() {
        server.answers(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        SchemaRegistry registry = connect(server.url(), Map.of());

        for (int i = 0; i < 50; i++) {
            assertThat(failure(registry).status()).isEqualTo(404);
        }
    }

    @Test
    void asksOnceHoweverManyAsk() throws Exception {
        server.holds().answers(200, TEXT);
        SchemaRegistry registry = connect(server.url(), Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> askers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> registry.schemaById(1), threads))
                    .limit(8)
                    .toList();
            awaitThat(() -> !server.requests().isEmpty());
            server.releases();
            CompletableFuture.allOf(askers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        registry.schemaById(1);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void boundsTheCallsUnderWay() throws Exception {
        server.holds().answers(200, TEXT);
        SchemaRegistry registry = connect(
                server.url(),
                Map.of(
                        "schema.registry.max.outstanding.requests", "1",
                        "schema.registry.request.timeout.ms", "5000"));
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> registry.schemaById(1));
        awaitThat(() -> !server.requests().isEmpty());
        Thread second = new Thread(() -> registry.schemaById(2));
        second.start();
        awaitThat(() -> second.getState() == Thread.State.TIMED_WAITING);

        assertThat(server.requests()).hasSize(1);
        server.releases();

        first.get(30, TimeUnit.SECONDS);
        second.join();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        server.holds();
        Thread.currentThread().interrupt();

        RegistryException failure = failure(connect(server.url(), Map.of()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.retryable()).isTrue();
        server.releases();
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.credentials.source,USER_INFO,basic.auth.user.info,me:secret,Basic bWU6c2VjcmV0",
        "schema.registry.basic.auth.credentials.source,USER_INFO,"
                + "schema.registry.basic.auth.user.info,me:secret,Basic bWU6c2VjcmV0",
        "bearer.auth.credentials.source,STATIC_TOKEN,bearer.auth.token,abc,Bearer abc"
    })
    void showsItsCredentials(String key, String value, String secondKey, String secondValue, String header) {
        server.answers(200, TEXT);

        connect(server.url(), Map.of(key, value, secondKey, secondValue)).schemaById(1);

        assertThat(server.credentials()).containsExactly(header);
    }

    @Test
    void takesCredentialsFromTheUrlAndDoesNotRepeatThem() {
        server.answers(500, "");

        RegistryException failure = failure(connect(
                server.url().replace("http://", "http://me:secret@"), Map.of("schema.registry.max.retries", "0")));

        assertThat(server.credentials()).containsExactly("Basic bWU6c2VjcmV0");
        assertThat(failure).hasMessageNotContaining("secret");
    }

    private static SchemaRegistry connect(String url, Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(more);
        configuration.put("schema.registry.url", url);
        configuration.putIfAbsent("schema.registry.retries.wait.ms", "1");
        return SchemaRegistry.connect(configuration);
    }

    private static RegistryException failure(SchemaRegistry registry) {
        return catchThrowableOfType(RegistryException.class, () -> registry.schemaById(1));
    }

    private static boolean succeeds(SchemaRegistry registry) {
        try {
            registry.schemaById(1);
            return true;
        } catch (RegistryException e) {
            return false;
        }
    }

    private static void awaitThat(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
