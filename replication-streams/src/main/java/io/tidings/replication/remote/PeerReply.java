package io.tidings.replication.remote;

import io.tidings.replication.core.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * What an instance answers, in bytes.
 *
 * @param rows whatever their state
 * @param more whether there are more than were asked for
 * @param partitions of the view that were looked at
 * @param positions how far the instance has come in them; empty of a standby, which knows only its changelog
 * @param newest the timestamp of the newest record, in milliseconds since 1970, if there was one
 * @param caughtUpAt when it last stood at the end of all its partitions, in milliseconds since 1970, if it ever did
 */
record PeerReply(
        List<Found> rows,
        boolean more,
        Set<Integer> partitions,
        Map<TopicPartition, Long> positions,
        OptionalLong newest,
        OptionalLong caughtUpAt) {

    /** A row under its key, as that travels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] key, Row row) {}

    PeerReply {
        rows = List.copyOf(rows);
        partitions = new TreeSet<>(partitions);
        positions = Map.copyOf(positions);
    }
}
