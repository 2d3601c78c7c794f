package io.tidings.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares what was told with what is: nothing lost, nothing of a rolled-back transaction, each account in order. */
public final class Told {
    private Told() {}

    public static void check(Database database, RecordingBroker broker) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (String row : database.texts("SELECT id || ' ' || version FROM account ORDER BY id")) {
            String id = row.substring(0, row.indexOf(' '));
            int version = Integer.parseInt(row.substring(row.indexOf(' ') + 1));
            expected.put(
                    id,
                    IntStream.rangeClosed(1, version)
                            .mapToObj(each -> id + ":" + each)
                            .toList());
        }
        assertThat(broker.firstOccurrences()).containsExactlyInAnyOrderEntriesOf(expected);
    }
}
