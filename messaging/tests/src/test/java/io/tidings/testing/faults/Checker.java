package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import io.tidings.testing.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what was acknowledged with what took effect, when a run is over. The same for every fault:
 *
 * <ul>
 *   <li>nothing that was acknowledged is lost: it took effect, or is a dead letter,
 *   <li>nothing took effect twice, or without having been sent,
 *   <li>the effects on each key are in the order of sending, and so are the messages that follow from them,
 *   <li>each effect has sent its messages, and each question was answered once, as far as anyone can tell,
 *   <li>a record that was done came again only to another life, or after its reader's share was rearranged.
 * </ul>
 */
final class Checker {
    private record Effect(String key, long number, String id) {}

    /**
     * What came of a run.
     *
     * @param repeated how many deliveries were of records that had been done before
     * @param sentAgain how many messages the relay sent again
     */
    record Verdict(
            int acknowledged, int applied, int letters, int deliveries, int repeated, int sentAgain, int answers) {}

    private final Field field;
    private final Customers customers;

    Checker(Field field, Customers customers) {
        this.field = field;
        this.customers = customers;
    }

    /** Waits until all is done that will be, and checks. */
    Verdict check() throws SQLException {
        return check(Duration.ofMinutes(2));
    }

    Verdict check(Duration patience) throws SQLException {
        Set<String> expected = new HashSet<>(customers.acknowledged());
        Eventually.eventually(patience, () -> {
            Set<String> missing = new HashSet<>(expected);
            effects().forEach(effect -> missing.remove(effect.id()));
            if (!missing.isEmpty()) {
                missing.removeAll(letters());
            }
            assertThat(missing).as("acknowledged, and lost").isEmpty();
            assertThat(strings("SELECT message_id FROM tidings_outbox"))
                    .as("not relayed")
                    .isEmpty();
            assertThat(strings("SELECT id FROM pending WHERE answers = 0"))
                    .as("not answered")
                    .isEmpty();
        });
        List<Effect> effects = effects();
        List<String> letters = letters();
        effectsAreOnceAndInOrder(effects, letters);
        int sentAgain = shipmentsFollow(effects);
        List<String> resumed = strings("SELECT id FROM resumed");
        assertThat(resumed).doesNotHaveDuplicates().hasSameElementsAs(strings("SELECT id FROM pending"));
        int repeated = repeatedDeliveries();
        int deliveries = strings("SELECT place FROM delivery").size();
        return new Verdict(
                expected.size(), effects.size(), letters.size(), deliveries, repeated, sentAgain, resumed.size());
    }

    private void effectsAreOnceAndInOrder(List<Effect> effects, List<String> letters) {
        assertThat(effects).extracting(Effect::id).as("effects").doesNotHaveDuplicates();
        Map<String, List<Long>> ofKeys = effects.stream()
                .collect(Collectors.groupingBy(Effect::key, Collectors.mapping(Effect::number, Collectors.toList())));
        ofKeys.forEach(
                (key, numbers) -> assertThat(numbers).as("effects on %s", key).isSorted());
        Set<String> applied = effects.stream().map(Effect::id).collect(Collectors.toSet());
        assertThat(letters).as("given up, and handled").noneMatch(applied::contains);
        if (customers.failures() == 0) {
            assertThat(customers.acknowledged()).as("never sent").containsAll(applied);
        }
        // Whoever was not poison was parked behind one that was.
        Map<String, Long> firstPoison = new HashMap<>();
        customers.poison().forEach(id -> firstPoison.merge(keyOf(id), numberOf(id), Math::min));
        assertThat(letters)
                .allSatisfy(id -> assertThat(numberOf(id))
                        .as("given up: %s", id)
                        .isGreaterThanOrEqualTo(firstPoison.getOrDefault(keyOf(id), Long.MAX_VALUE)));
    }

    /** Each effect's message is there, in its key's order where it first comes; returns how many came again. */
    private int shipmentsFollow(List<Effect> effects) {
        List<EncodedMessage> shipments = field.topics().messages(field.prefix + Shop.SHIPMENTS);
        Map<String, Set<Long>> ofKeys = new HashMap<>();
        shipments.forEach(
                shipment -> ofKeys.computeIfAbsent(PlainCodec.text(shipment.key()), key -> new LinkedHashSet<>())
                        .add(Long.parseLong(PlainCodec.text(shipment.value()))));
        Map<String, Set<Long>> expected = new HashMap<>();
        effects.forEach(effect -> expected.computeIfAbsent(effect.key(), key -> new LinkedHashSet<>())
                .add(effect.number()));
        assertThat(ofKeys.keySet()).isEqualTo(expected.keySet());
        ofKeys.forEach((key, numbers) -> assertThat(new ArrayList<>(numbers))
                .as("shipments to %s", key)
                .isEqualTo(new ArrayList<>(expected.getOrDefault(key, Set.of()))));
        return shipments.size() - effects.size();
    }

    /** Counts them, and finds those that nothing excuses. */
    private int repeatedDeliveries() throws SQLException {
        String again = """
                SELECT %s FROM delivery later WHERE EXISTS (
                    SELECT 1 FROM delivery earlier
                    WHERE earlier.done AND earlier.stream = later.stream AND earlier.place = later.place
                      AND earlier.seq < later.seq %s)
                """;
        assertThat(strings(again.formatted(
                        "stream || ' ' || place || ' by ' || life",
                        "AND earlier.life = later.life AND earlier.share = later.share")))
                .as("delivered again though done, without a crash or a revoke between")
                .isEmpty();
        return strings(again.formatted("place", "")).size();
    }

    private List<Effect> effects() throws SQLException {
        List<Effect> effects = new ArrayList<>();
        try (Connection connection = field.connections().pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key, number, id FROM effect ORDER BY seq")) {
            while (row.next()) {
                effects.add(new Effect(row.getString(1), row.getLong(2), row.getString(3)));
            }
        }
        return effects;
    }

    /** The ids of orders that became dead letters; one whose offset was not committed may be there twice. */
    private List<String> letters() {
        return field.topics().deadLetters(field.prefix + Shop.ORDERS, Shop.group(field.prefix, Shop.ORDERS)).stream()
                .map(EncodedMessage::id)
                .distinct()
                .toList();
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = field.connections().pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    private static String keyOf(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    private static long numberOf(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }
}
