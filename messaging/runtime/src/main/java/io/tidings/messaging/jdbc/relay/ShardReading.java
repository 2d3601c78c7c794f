package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the slots of one shard. Each has its own part of the index and its own order; so that none starves when there is more
 * than a batch, each in turn comes first. Used by one thread at a time.
 */
final class ShardReading {
    /** So many rows of a slot at least: a page of the table holds some, and should not be read for each again. */
    private static final int FEWEST = 8;

    private final List<Short> slots;
    private int turn;
    /** How many slots held something when they were read last. */
    private int active;

    ShardReading(int shard, int shards) {
        this.slots = IntStream.range(0, OutboxTable.SLOTS)
                .filter(slot -> slot % shards == shard)
                .mapToObj(slot -> (short) slot)
                .toList();
        this.active = slots.size();
    }

    List<Short> slots() {
        return slots;
    }

    UnsentRows.Waiting read(Connection connection, UnsentRows.Wanted wanted) throws SQLException {
        List<Short> turned = new ArrayList<>(slots);
        Collections.rotate(turned, -turn);
        int each = Math.max(FEWEST, wanted.limit() / Math.max(1, active));
        UnsentRows.Waiting waiting = UnsentRows.read(connection, wanted, turned, each);
        // As many as are sure to have had their turn, however full they are, and however large what stands in them.
        turn = (turn + Math.max(1, Math.min(waiting.slots(), wanted.limit() / each))) % slots.size();
        active = waiting.slots();
        return waiting;
    }
}
