package io.tidings.replication.internal.streams;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.core.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition of a replica: reads what arrives, asks the core, stores the row. Used by one stream thread. */
final class FoldProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(FoldProcessor.class);

    private final Replica replica;
    private final EventReader reader;
    private final ViewProgress progress;
    private final Duration graveRetention;
    private final Clock clock;
    private final Tally tally = new Tally();
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable KeyValueStore<Bytes, byte[]> store;

    FoldProcessor(Replica replica, EventReader reader, ViewProgress progress, Duration graveRetention, Clock clock) {
        this.replica = replica;
        this.reader = reader;
        this.progress = progress;
        this.graveRetention = graveRetention;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<Void, Void> here) {
        context = here;
        KeyValueStore<Bytes, byte[]> rows = here.getStateStore(replica.store());
        store = rows;
        try (var all = rows.all()) {
            all.forEachRemaining(entry -> tally.replace(null, RowFormat.read(entry.value)));
        }
        GraveSweep sweep = new GraveSweep(rows, tally, graveRetention, clock);
        here.schedule(sweep.interval(), PunctuationType.WALL_CLOCK_TIME, now -> sweep.run());
        progress.opened(here.taskId().partition(), tally);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = requireNonNull(context).recordMetadata().orElseThrow();
        if (record.key() == null) {
            progress.passedOverWithoutKey();
            LOG.warn(
                    "{}: {}-{}@{} has no key and is passed over",
                    replica.view(),
                    at.topic(),
                    at.partition(),
                    at.offset());
        } else {
            Instant timestamp = Instant.ofEpochMilli(record.timestamp());
            var origin = new Received.Origin(at.topic(), at.partition(), at.offset(), timestamp);
            reader.read(encoded(record, origin), origin).ifPresent(event -> apply(record.key(), event, origin));
        }
        progress.processed(at.partition(), at.offset());
    }

    @Override
    public void close() {
        if (context != null) {
            progress.closed(context.taskId().partition());
        }
    }

    private void apply(byte[] keyBytes, Event event, Received.Origin origin) {
        KeyValueStore<Bytes, byte[]> rows = requireNonNull(store);
        Bytes key = Bytes.wrap(keyBytes);
        byte[] stored = rows.get(key);
        Row before = stored == null ? null : RowFormat.read(stored);
        Decision decision = Fold.fold(before, event, clock.millis());
        Row after = changed(decision);
        if (after != null) {
            rows.put(key, RowFormat.write(after));
            tally.replace(before, after);
        }
        if (decision instanceof Decision.Parked parked) {
            LOG.warn(
                    "{}: the key of {}-{}@{} is parked: {}",
                    replica.view(),
                    origin.address(),
                    origin.partition(),
                    origin.offset(),
                    parked.reason());
        }
    }

    private static @Nullable Row changed(Decision decision) {
        if (decision instanceof Decision.Applied applied) {
            return applied.row();
        }
        if (decision instanceof Decision.Grave grave) {
            return grave.row();
        }
        return decision instanceof Decision.Parked parked ? parked.row() : null;
    }

    private static EncodedMessage encoded(Record<byte[], byte[]> record, Received.Origin origin) {
        List<EncodedMessage.Header> headers = new ArrayList<>();
        // Where nobody gave the message an id, its place is one.
        String id = origin.address() + "-" + origin.partition() + "@" + origin.offset();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.add(new EncodedMessage.Header(header.key(), header.value()));
                id = header.key().equals("ce_id") ? new String(header.value(), StandardCharsets.UTF_8) : id;
            }
        }
        return new EncodedMessage(id, origin.address(), record.key(), record.value(), headers);
    }
}
