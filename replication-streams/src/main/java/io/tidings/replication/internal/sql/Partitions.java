package io.tidings.replication.internal.sql;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.SqlFailures;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that the group has given to this instance. One is followed only after it was taken in the database, too: that
 * fences whoever had it before, whatever the group thinks of them, and says where to go on. Until then it is paused; the database
 * may be away meanwhile. Used by the follower's thread.
 */
final class Partitions implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Database database;
    private final OffsetTable offsets;
    private final Logs logs;
    private final String view;
    private final String owner;
    private final Map<TopicPartition, Claim> claims = new LinkedHashMap<>();
    private final Set<TopicPartition> untaken = new LinkedHashSet<>();

    Partitions(
            Consumer<byte[], byte[]> consumer,
            Database database,
            OffsetTable offsets,
            Logs logs,
            String view,
            String owner) {
        this.consumer = consumer;
        this.database = database;
        this.offsets = offsets;
        this.logs = logs;
        this.view = view;
        this.owner = owner;
    }

    /** Those that may be written for. */
    Map<TopicPartition, Claim> claims() {
        return claims;
    }

    /** So far has been written. */
    void moved(Map<TopicPartition, Long> next) {
        next.forEach((partition, offset) -> claims.computeIfPresent(partition, (same, claim) -> claim.at(offset)));
    }

    /** Without a position of ours the consumer would ask for one of its own, which there is none. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
        given.forEach(partition -> consumer.seek(partition, 0));
        release(given);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> gone) {
        gone.forEach(claims::remove);
        untaken.removeAll(gone);
    }

    /** To be taken again: somebody else has taken them, though the group may still think that they are ours. */
    void release(Collection<TopicPartition> partitions) {
        Set<TopicPartition> ours =
                partitions.stream().filter(consumer.assignment()::contains).collect(Collectors.toSet());
        ours.forEach(claims::remove);
        untaken.addAll(ours);
        consumer.pause(ours);
    }

    /** Takes what was given, and begins to follow it where the database says. */
    void take() throws SQLException {
        if (untaken.isEmpty()) {
            return;
        }
        Set<String> topics = untaken.stream().map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> ids = new LinkedHashMap<>();
        logs.describe(topics).forEach((name, topic) -> ids.put(name, topic.id()));
        Map<TopicPartition, Long> beginnings = logs.beginnings(untaken);
        Map<TopicPartition, Long> ends = logs.ends(untaken);
        Map<TopicPartition, Claim> taken = database.write(connection -> offsets.claim(connection, untaken, owner, ids));
        taken.forEach((partition, claim) -> {
            long from = start(claim, beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L));
            consumer.seek(partition, from);
            claims.put(partition, claim);
        });
        untaken.removeAll(taken.keySet());
    }

    /** Reading again what was applied changes nothing; what is gone from the log is gone. */
    private long start(Claim claim, long beginning, long end) {
        TopicPartition partition = claim.partition();
        if (claim.otherTopic()) {
            LOG.warn(
                    "{}: {} is another topic than the one that was followed; it is read from its start",
                    view,
                    partition);
            return beginning;
        }
        if (claim.next() == Claim.BEGINNING) {
            return beginning;
        }
        if (claim.next() < beginning || claim.next() > end) {
            LOG.warn(
                    "{}: {} holds the offsets {} to {}, and {} would be next; it is read from its start. What was deleted"
                            + " meanwhile may still be in the view",
                    view,
                    partition,
                    beginning,
                    end,
                    claim.next());
            return beginning;
        }
        return claim.next();
    }

    /** Whether to try again later. */
    static boolean passes(Exception failure) {
        return failure instanceof TransientMessagingException
                || (failure instanceof SQLException sql && SqlFailures.isTransient(sql));
    }
}
