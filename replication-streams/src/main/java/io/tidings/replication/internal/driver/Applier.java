package io.tidings.replication.internal.driver;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an event does to a table: asks the core, and writes what it decides. Safe for use by several threads. */
public final class Applier {

    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    private final String view;
    private final Indexer indexer;
    private final Clock clock;

    public Applier(Replica replica, Clock clock) {
        this.view = replica.view();
        this.indexer = replica.indexer();
        this.clock = clock;
    }

    /** Applies an event to its key's row; the tally counts it. */
    public void apply(byte[] key, Event event, Received.Origin origin, RowTable table, Tally tally) {
        Row before = table.get(key);
        Decision decision = indexable(Fold.fold(before, event, clock.millis()), before, event);
        Row after = changed(decision);
        if (after != null) {
            table.put(key, before, after);
            tally.replace(before, after);
        }
        if (decision instanceof Decision.Parked parked) {
            LOG.warn(
                    "{}: the key of {}-{}@{} is parked: {}",
                    view,
                    origin.address(),
                    origin.partition(),
                    origin.offset(),
                    parked.reason());
        }
    }

    /** An index is the user's code: a row that it fails on is poison, so that the others flow. */
    private Decision indexable(Decision decision, @Nullable Row before, Event event) {
        if (!(decision instanceof Decision.Applied applied)) {
            return decision;
        }
        try {
            var unused = indexer.entries(applied.row().value());
            return decision;
        } catch (RuntimeException e) {
            String reason = "its index fails: " + e;
            Long version = applied.row().version();
            return Fold.fold(before, new Event.Poison(event.log(), event.offset(), version, reason), clock.millis());
        }
    }

    /** Nothing can be kept for a record without a key. */
    public void passOver(Received.Origin origin) {
        LOG.warn(
                "{}: {}-{}@{} has no key and is passed over",
                view,
                origin.address(),
                origin.partition(),
                origin.offset());
    }

    /** A record as the codec takes it. */
    public static EncodedMessage encoded(
            Received.Origin origin, byte @Nullable [] key, byte @Nullable [] value, Headers all) {
        List<EncodedMessage.Header> headers = new ArrayList<>();
        // Where nobody gave the message an id, its place is one.
        String id = origin.address() + "-" + origin.partition() + "@" + origin.offset();
        for (Header header : all) {
            if (header.value() != null) {
                headers.add(new EncodedMessage.Header(header.key(), header.value()));
                id = header.key().equals("ce_id") ? new String(header.value(), StandardCharsets.UTF_8) : id;
            }
        }
        return new EncodedMessage(id, origin.address(), key, value, headers);
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
}
