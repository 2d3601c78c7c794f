package io.tidings.benchmarks.transactional;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What has arrived of the messages of a turn: whoever loses some, or changes the order of a key, does not compete. */
final class Arrivals {

    /** The place of each message in the outbox, by its id. */
    private final Map<String, Integer> places;

    private final BitSet arrived = new BitSet();
    private final Map<String, Integer> last = new HashMap<>();
    private int twice;
    private int overtaken;

    Arrivals(Map<String, Integer> places) {
        this.places = places;
    }

    /** What is none of the turn's is passed over. */
    void add(ConsumerRecord<byte[], byte[]> message) {
        Header id = message.headers().lastHeader("ce_id");
        Integer place = id == null ? null : places.get(new String(id.value(), StandardCharsets.UTF_8));
        if (place == null) {
            return;
        }
        if (arrived.get(place)) {
            twice++;
            return;
        }
        arrived.set(place);
        Integer before = last.put(new String(message.key(), StandardCharsets.UTF_8), place);
        if (before != null && before > place) {
            overtaken++;
        }
    }

    int count() {
        return arrived.cardinality();
    }

    void check(int expected, String name) {
        if (count() != expected || twice > 0 || overtaken > 0) {
            throw new IllegalStateException(name + " was to send " + expected + " messages: " + count() + " are there, "
                    + twice + " more than once, " + overtaken + " were overtaken by later ones of their key");
        }
    }
}
