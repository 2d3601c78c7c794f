package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Metadata;
import io.tidings.messaging.Receipt;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtLeastTest {

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v42", "v-1", "v9223372036854775807", "orders@3:1234", "a.b-c_D@0:0", "v1@2:3"})
    void aTokenIsTheSameAfterItsJourney(String text) {
        assertThat(AtLeast.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "v",
                "vx",
                "v9223372036854775808",
                "orders",
                "orders@3",
                "orders@-1:2",
                "orders@1:-2",
                "or ders@1:2",
                "@1:2",
                "orders@99999999999:1",
                "orders@1:99999999999999999999",
                " v1",
                "v1\n"
            })
    void whatIsNoTokenIsRefused(String text) {
        assertThatThrownBy(() -> AtLeast.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aReceiptGivesAPlaceIfTheBrokerHasIt() {
        assertThat(AtLeast.of(new Receipt("id", "orders", new Receipt.Position(3, 7))))
                .contains(AtLeast.position("orders", 3, 7));
        assertThat(AtLeast.of(new Receipt("id", "orders", null))).isEmpty();
    }

    @Test
    void aReplyGivesAVersionIfItBearsOne() {
        Metadata reply = Metadata.of("id", "/orders", "OrderPlaced", Instant.EPOCH);

        assertThat(AtLeast.of(reply.withEntityVersion(5L))).contains(AtLeast.version(5));
        assertThat(AtLeast.of(reply)).isEmpty();
    }
}
