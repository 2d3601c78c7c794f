package io.tidings.replication.internal.streams;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdits;
import io.tidings.replication.internal.driver.RowTable;
import io.tidings.replication.internal.keyvalue.EntrySweep;
import io.tidings.replication.internal.keyvalue.GraveSweep;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import io.tidings.replication.internal.keyvalue.KeyValueTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of a replica: reads what arrives, and applies it to the store. Used by one stream thread. */
final class FoldProcessor implements Processor<byte[], byte[], Void, Void> {

    /** An index entry too many is only ever passed over: there is no hurry. */
    private static final Duration ENTRIES_SWEPT_EACH = Duration.ofMinutes(1);

    /** How long an edit waits, at most, besides the work under way. */
    private static final Duration EDITS = Duration.ofMillis(50);

    private final Replica replica;
    private final UnaryOperator<EventReader> patience;
    private final ViewProgress progress;
    private final OpenEdits edits;
    private final Duration graveRetention;
    private final Clock clock;
    private final Applier applier;
    private final Tally tally = new Tally();
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable RowTable table;
    private @Nullable RowEdits waiting;

    FoldProcessor(
            Replica replica,
            UnaryOperator<EventReader> patience,
            ViewProgress progress,
            OpenEdits edits,
            Duration graveRetention,
            Clock clock) {
        this.replica = replica;
        this.patience = patience;
        this.progress = progress;
        this.edits = edits;
        this.graveRetention = graveRetention;
        this.clock = clock;
        this.applier = new Applier(replica, clock);
    }

    @Override
    public void init(ProcessorContext<Void, Void> here) {
        context = here;
        KeyValueStore<Bytes, byte[]> opened = here.getStateStore(replica.name());
        StoreKeyValues store = new StoreKeyValues(opened);
        RowTable rows = new KeyValueTable(store, replica);
        table = rows;
        new KeyValueRows(store, replica).forEach((key, row) -> {
            tally.replace(null, row);
            return true;
        });
        GraveSweep sweep = new GraveSweep(store, replica, tally, graveRetention, clock);
        here.schedule(sweep.interval(), PunctuationType.WALL_CLOCK_TIME, now -> sweep.run());
        EntrySweep entries = new EntrySweep(store, replica);
        here.schedule(ENTRIES_SWEPT_EACH, PunctuationType.WALL_CLOCK_TIME, now -> entries.run());
        int partition = here.taskId().partition();
        RowEdits toDo = edits.opened(partition);
        waiting = toDo;
        here.schedule(
                EDITS,
                PunctuationType.WALL_CLOCK_TIME,
                now -> toDo.apply(rows, tally, key -> edits.home(key, partition))
                        .run());
        progress.opened(partition, tally);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = requireNonNull(context).recordMetadata().orElseThrow();
        Instant timestamp = Instant.ofEpochMilli(record.timestamp());
        var origin = new Received.Origin(at.topic(), at.partition(), at.offset(), timestamp);
        byte[] key = record.key();
        if (key == null) {
            progress.passedOverWithoutKey();
            applier.passOver(origin);
        } else {
            EventReader reader = patience.apply(replica.input(at.topic()).reader());
            reader.read(Applier.encoded(origin, key, record.value(), record.headers()), origin)
                    .ifPresent(event -> applier.apply(key, event, origin, requireNonNull(table), tally));
        }
        progress.processed(new TopicPartition(at.topic(), at.partition()), at.offset(), record.timestamp());
    }

    @Override
    public void close() {
        if (context != null) {
            progress.closed(context.taskId().partition());
        }
        if (context != null && waiting != null) {
            edits.closed(context.taskId().partition(), waiting);
        }
    }
}
