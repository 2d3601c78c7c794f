package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.registry.ScriptedServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who we say we are, and who gets to see it. */
class CredentialsTest extends RemoteCase {

    private final ScriptedServer issuer = ScriptedServer.start();
    private final AtomicInteger issued = new AtomicInteger();

    @AfterEach
    void stopIssuer() {
        issuer.close();
    }

    private SchemaRegistry oauth(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "bearer.auth.credentials.source", "OAUTHBEARER",
                "bearer.auth.issuer.endpoint.url", issuer.url() + "/token",
                "bearer.auth.client.id", "me:too",
                "bearer.auth.client.secret", "hunter2 &"));
        settings.addAll(List.of(more));
        return connect(server.url(), settings.toArray(String[]::new));
    }

    private void issues(String fields) {
        issuer.answers(request ->
                new Answer(200, "{\"access_token\":\"token" + issued.incrementAndGet() + "\"" + fields + "}"));
    }

    @Test
    void getsATokenOnceAndShowsIt() {
        issues(",\"expires_in\":3600");
        server.answers(200, TEXT);
        SchemaRegistry registry = oauth(
                "bearer.auth.scope", "read write",
                "bearer.auth.logical.cluster", "lsrc-1",
                "bearer.auth.identity.pool.id", "pool-1");

        registry.schemaById(1);
        registry.schemaById(2);

        assertThat(issuer.requests()).containsExactly("POST /token grant_type=client_credentials&scope=read+write");
        // RFC 6749 section 2.3.1: both are encoded as in a form before they are joined.
        assertThat(issuer.credentials()).containsExactly("Basic bWUlM0F0b286aHVudGVyMislMjY=");
        assertThat(server.credentials()).containsExactly("Bearer token1", "Bearer token1");
        assertThat(server.headers().get(0))
                .containsEntry("Target-sr-cluster", List.of("lsrc-1"))
                .containsEntry("Confluent-identity-pool-id", List.of("pool-1"));
    }

    @Test
    void getsOneTokenForAllWhoStartAtOnce() throws Exception {
        issues(",\"expires_in\":3600");
        issuer.holds();
        server.answers(200, TEXT);
        SchemaRegistry registry = oauth("schema.registry.request.timeout.ms", "60000");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int id = i;
                calls.add(threads.submit(() -> registry.schemaById(id)));
            }
            awaitThat(() -> !issuer.requests().isEmpty());
            issuer.releases();
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(issued).hasValue(1);
    }

    @Test
    void getsAnotherTokenWhenOneEnds() {
        issues(",\"expires_in\":0");
        issuer.answers(request ->
                new Answer(200, "{\"access_token\":\"a." + payload("{\"exp\":1}") + ".c\",\"token_type\":\"Bearer\"}"));
        server.answers(200, TEXT);
        SchemaRegistry registry = oauth();

        registry.schemaById(1);
        registry.schemaById(2);

        assertThat(issuer.requests()).hasSize(2);
    }

    private static String payload(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void getsAnotherTokenWhenOneIsRefused() {
        issues(",\"expires_in\":3600");
        server.answersInTurn(new Answer(401, "{\"error_code\":40101,\"message\":\"expired\"}"), new Answer(200, TEXT));

        oauth().schemaById(1);

        assertThat(server.credentials()).containsExactly("Bearer token1", "Bearer token2");
    }

    @Test
    void saysThatTheIssuerRefuses() {
        issuer.answers(401, "{\"error\":\"invalid_client\",\"error_description\":\"hunter2 & is wrong\"}");

        RegistryException failure = failure(oauth());

        assertThat(failure)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageContaining("bearer.auth.client.secret")
                .hasMessageNotContaining("hunter2");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void saysThatTheIssuerIsAway() {
        issuer.answers(200, "<html>");

        RegistryException failure = failure(oauth("max.retries", "0"));

        assertThat(failure).isInstanceOf(RegistryUnreachableException.class).hasMessageContaining(issuer.url());
        assertThat(failure.setting()).isEqualTo("bearer.auth.issuer.endpoint.url");
    }

    @Test
    void doesNotBlameTheRegistryForTheIssuer() {
        issuer.answers(503, "");
        server.answers(200, TEXT);
        SchemaRegistry registry = oauth("max.retries", "0", "schema.registry.circuit.open.ms", "600000");
        for (int i = 0; i < 20; i++) {
            assertThat(failure(registry).setting()).isEqualTo("bearer.auth.issuer.endpoint.url");
        }

        issues(",\"expires_in\":3600");

        assertThat(registry.schemaById(1).getName()).isEqualTo("string");
    }

    @Test
    void takesTheLoginOfKafka() {
        server.answers(200, TEXT);

        connect(
                        server.url(),
                        "basic.auth.credentials.source",
                        "SASL_INHERIT",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"me\""
                                + " password=\"a\\\"b=c;d\";")
                .schemaById(1);

        assertThat(server.credentials())
                .containsExactly(
                        "Basic " + Base64.getEncoder().encodeToString("me:a\"b=c;d".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void goesThroughAProxy() {
        server.answers(200, TEXT);
        String port = server.url().substring(server.url().lastIndexOf(':') + 1);

        connect("http://registry.invalid:8081", "proxy.host", "127.0.0.1", "proxy.port", port)
                .schemaById(1);

        assertThat(server.requests()).containsExactly("GET http://registry.invalid:8081/schemas/ids/1");
    }

    @Test
    void showsNoSecretsAsText() {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "schema.registry.url", "http://me:hunter2@127.0.0.1",
                "bearer.auth.token", "hunter2",
                "schema.registry.ssl.key.password", "hunter2",
                "schema.registry.ssl.truststore.password", "hunter2"));
        assertThat(RegistrySettings.from(configuration).toString()).doesNotContain("hunter2");

        configuration.remove("bearer.auth.token");
        assertThat(RegistrySettings.from(configuration).toString()).doesNotContain("hunter2", "bWU6aHVudGVyMg==");

        configuration.put("bearer.auth.credentials.source", "OAUTHBEARER");
        configuration.put("bearer.auth.issuer.endpoint.url", "http://127.0.0.1/token");
        configuration.put("bearer.auth.client.id", "me");
        configuration.put("bearer.auth.client.secret", "hunter2");
        assertThat(RegistrySettings.from(configuration).toString()).doesNotContain("hunter2");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect(
                        "http://me:hunter2@[",
                        "basic.auth.credentials.source",
                        "MAGIC",
                        "proxy.host",
                        "here",
                        "max.retries",
                        "-1",
                        "schema.registry.ssl.truststore.location",
                        "/does/not/exist"))
                .withMessageContaining("5 settings are wrong")
                .withMessageContaining("USER_INFO, URL, SASL_INHERIT")
                .withMessageContaining("schema.registry.proxy.port")
                .withMessageContaining("schema.registry.max.retries")
                .withMessageContaining("schema.registry.ssl.truststore.location")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("http://a", "bearer.auth.credentials.source", "OAUTHBEARER"))
                .withMessageContaining("bearer.auth.issuer.endpoint.url")
                .withMessageContaining("bearer.auth.client.id")
                .withMessageContaining("bearer.auth.client.secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("http://a", "bearer.auth.credentials.source", "CUSTOM"))
                .withMessageContaining("STATIC_TOKEN, OAUTHBEARER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer.auth.token", "bearer.auth.logical.cluster", "bearer.auth.identity.pool.id"})
    void refusesWhatNoHeaderCanBearAndDoesNotShowIt(String key) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("schema.registry.url", "http://a"));
        settings.put("bearer.auth.token", "fine");
        for (String broken : List.of("hunter2\nmore", "hunter2\u2028more", "hunter2\u2026", "hunter2 more")) {
            settings.put(key, broken);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemaRegistry.connect(settings))
                    .withMessageContaining(key)
                    .withMessageContaining("line break")
                    .withMessageNotContaining("hunter2");
        }
    }

    @Test
    void tellsEveryUrlTheUserOfOneAndRefusesTwo() {
        server.answers(200, TEXT);
        String host = server.url().substring("http://".length());

        connect("http://a:1,http://me:hunter2@b:1", "schema.registry.request.timeout.ms", "1");
        connect("http://" + host + ",http://me:hunter2@" + host).schemaById(1);

        assertThat(server.credentials()).containsExactly("Basic bWU6aHVudGVyMg==");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("http://one:first@a,http://two:second@b"))
                .withMessageContaining("schema.registry.url")
                .withMessageNotContaining("first")
                .withMessageNotContaining("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://u:abc,defsecret@h", "http://u:8080,defsecret@h", "http://u:de%fsecret@h", "u:defsecret@h"
            })
    void doesNotShowAnAddressThatCannotBeRead(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect(url))
                .withMessageContaining("schema.registry.url")
                .withMessageContaining("Percent-encode")
                .withMessageNotContaining("abc")
                .withMessageNotContaining("secret");
    }

    @Test
    void takesTheUserInfoWhereNothingIsSaidOfItsSource() {
        server.answers(200, TEXT);

        connect(server.url(), "basic.auth.user.info", "me:hunter2").schemaById(1);

        assertThat(server.credentials()).containsExactly("Basic bWU6aHVudGVyMg==");
    }
}
