package io.tidings.outbox.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader's failure says of its slot. */
class OutboxSlotTest {
    private static final String UNDEFINED = "42704";

    /** A server speaks the language of its {@code lc_messages}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: publication \"tidings_outbox\" does not exist",
                "FEHLER: Publikation \u00bbtidings_outbox\u00ab existiert nicht",
                "ERREUR: la publication \u00ab tidings_outbox \u00bb n'existe pas"
            })
    void aPublicationThatIsMissingIsToldInAnyLanguage(String message) {
        Throwable failure = new IllegalStateException("The engine ended", new SQLException(message, UNDEFINED));
        assertThat(OutboxSlot.unreadable(failure)).contains(Publication.NAME);
    }

    @Test
    void whatElseIsMissingSaysNothingAgainstTheSlot() {
        assertThat(OutboxSlot.unreadable(new SQLException("ERROR: type \"mood\" does not exist", UNDEFINED)))
                .isNull();
        assertThat(OutboxSlot.unreadable(new SQLException("ERROR: permission denied for tidings_outbox", "42501")))
                .isNull();
    }
}
