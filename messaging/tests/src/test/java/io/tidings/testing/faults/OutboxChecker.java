package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import io.tidings.testing.Eventually;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares database, topic and consumer when a run of relays is over: nothing that was committed is lost, nothing of a
 * transaction that did not commit was sent, each account's messages come in the order of its changes where they first come, and
 * each took effect once, in that order.
 */
final class OutboxChecker {
    static final String LOST = "committed, and never sent";
    static final String INVENTED = "sent, and never committed";
    static final String OVERTAKEN = "the order of each account's messages, where they first come";

    /** What came of a run: how much was told, how much of it was sent again, and how much came into effect. */
    record Verdict(int told, int sentAgain, int effects) {}

    private final OutboxField field;

    OutboxChecker(OutboxField field) {
        this.field = field;
    }

    Verdict check() throws SQLException {
        return check(Duration.ofMinutes(1));
    }

    /** Waits until nothing is left to do, and checks. */
    Verdict check(Duration patience) throws SQLException {
        Eventually.eventually(patience, () -> {
            assertThat(field.strings("SELECT message_id || coalesce(': ' || barred_reason, '') FROM tidings_outbox"))
                    .as(LOST)
                    .isEmpty();
            assertThat(field.strings("SELECT id FROM told EXCEPT SELECT id FROM effect"))
                    .as("no effect yet")
                    .hasSizeLessThanOrEqualTo(missing().size());
        });
        Map<String, List<String>> told = byAccount(field.strings("SELECT id FROM told ORDER BY account, version"));
        List<String> sent = sent();
        Map<String, List<String>> sentFirst = byAccount(new ArrayList<>(new LinkedHashSet<>(sent)));
        assertThat(missing()).as(LOST).isEmpty();
        Set<String> invented = new LinkedHashSet<>(sent);
        told.values().forEach(invented::removeAll);
        assertThat(invented).as(INVENTED).isEmpty();
        assertThat(sentFirst).as(OVERTAKEN).containsExactlyInAnyOrderEntriesOf(told);
        List<String> effects = field.strings("SELECT id FROM effect ORDER BY seq");
        assertThat(effects).as("effects").doesNotHaveDuplicates();
        assertThat(byAccount(effects)).as("effects in order").containsExactlyInAnyOrderEntriesOf(told);
        int all = field.strings("SELECT id FROM told").size();
        return new Verdict(all, sent.size() - all, effects.size());
    }

    private Set<String> missing() throws SQLException {
        Set<String> missing = new LinkedHashSet<>(field.strings("SELECT id FROM told"));
        sent().forEach(missing::remove);
        return missing;
    }

    /** Partition by partition, so in order for each account. */
    List<String> sent() {
        return field.topics().messages(field.topic).stream()
                .map(EncodedMessage::id)
                .toList();
    }

    private static Map<String, List<String>> byAccount(List<String> ids) {
        return ids.stream()
                .collect(Collectors.groupingBy(
                        OutboxChecker::accountOf,
                        LinkedHashMap::new,
                        Collectors.mapping(Function.identity(), Collectors.toList())));
    }

    private static String accountOf(String id) {
        return id.substring(0, id.indexOf(':'));
    }
}
