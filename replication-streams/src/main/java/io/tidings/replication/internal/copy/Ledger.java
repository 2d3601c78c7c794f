package io.tidings.replication.internal.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidings.replication.core.RowFormat;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.copy.store.Batch;
import io.tidings.replication.internal.copy.store.ByteStore;
import io.tidings.replication.internal.copy.store.StoreFailure;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of itself, beside its rows: how far it has followed each partition, which topics those were, how many rows
 * it has, and when it was last up to date. It is written in the batches that write rows. Positions may be read by any thread and
 * are those of the last batch; all else is the writer's.
 *
 * <p>Its keys begin with a byte that neither rows nor index entries begin with.
 */
final class Ledger {

    private static final byte HERE = 2;
    private static final byte[] FIRST = {HERE};
    private static final byte[] BEHIND = {HERE + 1};
    private static final byte[] FORMAT_KEY = key("format");
    private static final byte[] TALLY_KEY = key("tally");
    private static final byte[] UP_TO_DATE_KEY = key("up-to-date");
    private static final String POSITION = "position/";
    private static final String TOPIC = "topic/";
    private static final byte[] FORMAT = {1, RowFormat.FORMAT};

    private final Map<TopicPartition, Place> committed = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Place> ahead = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();
    private final Set<String> newTopics = new HashSet<>();
    private final Tally tally;
    private final boolean fresh;
    private long upToDate;
    private long writtenUpToDate;

    /**
     * Where a partition goes on.
     *
     * @param next the offset that is applied next
     * @param epoch the leader's epoch in which what stands before it was read, so that a log that was cut off there since is
     *     noticed; -1 if it is not known
     */
    record Place(long next, int epoch) {}

    private Ledger(Tally tally, boolean fresh, long upToDate) {
        this.tally = tally;
        this.fresh = fresh;
        this.upToDate = upToDate;
        this.writtenUpToDate = upToDate;
    }

    /**
     * Reads it.
     *
     * @param now milliseconds since 1970: when a store that is empty was begun
     * @return null if the store was written in another format
     * @throws StoreFailure if it is damaged
     */
    static @Nullable Ledger read(ByteStore store, long now) {
        byte[] format = store.get(FORMAT_KEY);
        if (format == null) {
            return begin(store, now);
        }
        if (!Arrays.equals(format, FORMAT)) {
            return null;
        }
        ByteBuffer counts = longs(store.get(TALLY_KEY), 3, "tally");
        long upToDate = longs(store.get(UP_TO_DATE_KEY), 1, "time").getLong();
        Ledger ledger = new Ledger(Tally.of(counts.getLong(), counts.getLong(), counts.getLong()), false, upToDate);
        List<ByteStore.Entry> page = store.page(FIRST, BEHIND);
        while (!page.isEmpty()) {
            page.forEach(ledger::learn);
            byte[] last = page.get(page.size() - 1).key();
            page = store.page(Arrays.copyOf(last, last.length + 1), BEHIND);
        }
        return ledger;
    }

    /** A store without a ledger must be empty: rows that no position belongs to would never be corrected. */
    private static Ledger begin(ByteStore store, long now) {
        if (!store.page(new byte[0], BEHIND).isEmpty()) {
            throw StoreFailure.damaged("There are rows, but nothing says where they are from", null);
        }
        return new Ledger(new Tally(), true, now);
    }

    /** Whether nothing was ever written. */
    boolean fresh() {
        return fresh;
    }

    Tally tally() {
        return tally;
    }

    /** By partition, the offset that is applied next. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        committed.forEach((partition, place) -> positions.put(partition, place.next()));
        return positions;
    }

    @Nullable Place place(TopicPartition partition) {
        return committed.get(partition);
    }

    /** The id under which a topic was followed; ids tell a topic from another of its name. */
    Optional<String> topicId(String topic) {
        return Optional.ofNullable(topicIds.get(topic));
    }

    void follow(String topic, String id) {
        if (!id.equals(topicIds.put(topic, id))) {
            newTopics.add(topic);
        }
    }

    /** Everything before this offset is in the batch that comes. */
    void move(TopicPartition partition, Place place) {
        ahead.put(partition, place);
    }

    /** Whether positions have moved, or topics were named, that are not written. */
    boolean hasNews() {
        return !ahead.isEmpty() || !newTopics.isEmpty();
    }

    /**
     * When this was last at the end of all logs, in milliseconds since 1970, or else when it was begun. What the logs have
     * forgotten since may be missed here.
     */
    long upToDate() {
        return upToDate;
    }

    void upToDate(long at) {
        upToDate = Math.max(upToDate, at);
    }

    /** Whether it was up to date later than is written. */
    boolean upToDateIsNews() {
        return upToDate > writtenUpToDate;
    }

    /** Adds what has changed. */
    void write(Batch batch) {
        batch.put(FORMAT_KEY, FORMAT);
        batch.put(TALLY_KEY, bytes(tally.live(), tally.graves(), tally.parked()));
        batch.put(UP_TO_DATE_KEY, bytes(upToDate));
        ahead.forEach((partition, place) -> batch.put(
                key(POSITION + partition.topic() + "/" + partition.partition()), bytes(place.next(), place.epoch())));
        newTopics.forEach(topic ->
                batch.put(key(TOPIC + topic), topicIds.getOrDefault(topic, "").getBytes(UTF_8)));
    }

    /** What was added is written: readers may know. */
    void written() {
        committed.putAll(ahead);
        ahead.clear();
        newTopics.clear();
        writtenUpToDate = upToDate;
    }

    private void learn(ByteStore.Entry entry) {
        String name = new String(entry.key(), 1, entry.key().length - 1, UTF_8);
        if (name.startsWith(TOPIC)) {
            topicIds.put(name.substring(TOPIC.length()), new String(entry.value(), UTF_8));
        } else if (name.startsWith(POSITION)) {
            int slash = name.lastIndexOf('/');
            String topic = name.substring(POSITION.length(), slash);
            int partition = Integer.parseInt(name.substring(slash + 1));
            ByteBuffer place = longs(entry.value(), 2, name);
            committed.put(
                    new TopicPartition(topic, partition), new Place(place.getLong(), Math.toIntExact(place.getLong())));
        }
    }

    private static byte[] key(String name) {
        byte[] text = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + text.length).put(HERE).put(text).array();
    }

    private static byte[] bytes(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private static ByteBuffer longs(byte @Nullable [] bytes, int count, String what) {
        if (bytes == null || bytes.length != count * Long.BYTES) {
            throw StoreFailure.damaged("The store's " + what + " is lost", null);
        }
        return ByteBuffer.wrap(bytes);
    }
}
