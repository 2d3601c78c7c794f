package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.registry.ScriptedServer.Answer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is tried again, and when it is given up. */
class RetryTest extends RemoteCase {

    private static final Answer AWAY = new Answer(503, "");
    private static final Answer SCHEMA = new Answer(200, TEXT);

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void triesAgainWhatMayPass(int status) {
        server.answersInTurn(new Answer(status, ""), new Answer(status, ""), SCHEMA);

        assertThat(connect(server.url(), "schema.registry.retries.wait.ms", "1")
                        .schemaById(1)
                        .getName())
                .isEqualTo("string");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void registersAgainAfterAFailure() {
        server.answersInTurn(AWAY, new Answer(200, "{\"id\":4}"));

        assertThat(connect(server.url()).register("s", Schema.create(Schema.Type.INT)))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 422, 404})
    void doesNotTryAgainWhatIsDecided(int status) {
        server.answers(status, "{\"error_code\":" + status + "01,\"message\":\"no\"}");

        failure(connect(server.url()));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void triesAsOftenAsItIsTold() {
        server.answers(503, "");

        failure(connect(server.url(), "schema.registry.max.retries", "2", "schema.registry.retries.wait.ms", "1"));
        assertThat(server.requests()).hasSize(3);

        failure(connect(server.url(), "max.retries", "0"));
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void givesUpAtOnceIfTheRegistryAsksForMoreTimeThanThereIs() {
        server.answersInTurn(AWAY.with("Retry-After", "3600"), SCHEMA);

        RegistryException failure = failure(connect(server.url()));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        RegistryUnreachableException.class,
                        e -> assertThat(e.retryAfter()).hasSeconds(3600));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void readsADateByTheClockThatWroteIt() {
        ZonedDateTime then = ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);
        DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
        server.answersInTurn(AWAY.with("Retry-After", format.format(then)), SCHEMA);
        assertThat(connect(server.url()).schemaById(1).getName()).isEqualTo("string");

        ZonedDateTime later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2);
        server.answersInTurn(new Answer(429, "").with("Retry-After", format.format(later)), SCHEMA);

        assertThat(failure(connect(server.url()))).isInstanceOf(RegistryUnreachableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "1.5", "99999999999999999999999"})
    void survivesANonsensicalRetryAfter(String value) {
        server.answersInTurn(AWAY.with("Retry-After", value), SCHEMA);
        SchemaRegistry registry = connect(server.url());

        if (value.length() > 10) {
            assertThat(failure(registry)).isInstanceOf(RegistryUnreachableException.class);
        } else {
            assertThat(registry.schemaById(1).getName()).isEqualTo("string");
        }
    }

    @Test
    void goesToTheNextUrlBeforeItWaits() {
        try (ScriptedServer busy = ScriptedServer.start()) {
            busy.answers(request -> new Answer(429, "").with("Retry-After", "3600"));
            server.answers(200, TEXT);

            assertThat(connect(busy.url() + "," + server.url()).schemaById(1).getName())
                    .isEqualTo("string");
        }
    }

    @Test
    void doesNotCountBusynessAsFailure() {
        server.answers(429, "");
        SchemaRegistry registry = connect(server.url(), "max.retries", "0");
        for (int i = 0; i < 30; i++) {
            assertThat(failure(registry).status()).isEqualTo(429);
        }

        server.answers(200, TEXT);

        assertThat(registry.schemaById(1).getName()).isEqualTo("string");
    }
}
