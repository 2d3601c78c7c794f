package io.tidings.examples.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.examples.support.JsonServer.Request;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PollingTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void aVersionIsAnEntityTag() {
        assertThat(Polling.tag(3)).isEqualTo("\"3\"");
        assertThat(Polling.known(with("if-none-match", "\"3\""), 3)).isTrue();
        assertThat(Polling.known(with("if-none-match", "W/\"2\", W/\"3\""), 3)).isTrue();
        assertThat(Polling.known(with("if-none-match", "\"33\""), 3)).isFalse();
        assertThat(Polling.known(with("if-none-match", "\"another's\""), 3)).isFalse();
        assertThat(Polling.known(with("accept", "*"), 3)).isFalse();
        assertThat(Polling.required(with("if-match", "\"7\""))).hasValue(7);
        assertThat(Polling.required(with("if-match", "*"))).isEmpty();
        assertThat(Polling.required(with("accept", "*"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polling.required(with("if-match", "7")))
                .withMessageContaining("such as \"1\"");
    }

    @Test
    void aClientSaysHowLongItWaits() {
        assertThat(Polling.patience(asking(Map.of("wait", "5")), LONGEST)).hasSeconds(5);
        assertThat(Polling.patience(asking(Map.of("wait", "500")), LONGEST)).isEqualTo(LONGEST);
        assertThat(Polling.patience(asking(Map.of()), LONGEST)).isZero();
        assertThat(Polling.patience(with("prefer", "respond-async, wait=7"), LONGEST))
                .hasSeconds(7);
        assertThat(Polling.patience(with("prefer", "respond-async; Wait = \"8\""), LONGEST))
                .hasSeconds(8);
        assertThat(Polling.patience(with("prefer", "await=7"), LONGEST)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polling.patience(asking(Map.of("wait", "soon")), LONGEST))
                .withMessage("'wait' is a whole number of seconds, not 'soon'");
    }

    @Test
    void aClientSaysWhatItHasSeen() {
        assertThat(Polling.lastEventId(with("last-event-id", "12"))).isEqualTo(12);
        assertThat(Polling.lastEventId(with("last-event-id", "another's"))).isZero();
        assertThat(Polling.lastEventId(with("accept", "*"))).isZero();
    }

    private static Request with(String header, String value) {
        return new Request("GET", "", Map.of(), Map.of(header, value), "", JsonMapper.shared());
    }

    private static Request asking(Map<String, String> query) {
        return new Request("GET", "", query, Map.of(), "", JsonMapper.shared());
    }
}
