package io.tidings.cli;

import io.tidings.messaging.jdbc.relay.OutboxReport;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long {@code tidings relay --once} waits while nothing is sent: by anybody, for another relay may lead, and whether that one
 * is well cannot be seen from here. Progress is that less waits than ever before, or that the first message is a later one; not
 * that messages come and go behind the first. Used by one thread at a time.
 */
final class RelayPatience {
    private final Duration limit;
    private final LongSupplier nanoTime;
    private long fewest = Long.MAX_VALUE;
    private long first = Long.MIN_VALUE;
    private long progressAt;

    RelayPatience(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.progressAt = nanoTime.getAsLong();
    }

    /** Whether it has lasted too long, after one more look. */
    boolean isOver(OutboxReport report) {
        OutboxReport.Waiting next = report.next();
        long id = next == null ? first : next.id();
        if (report.backlog() < fewest || id > first) {
            fewest = Math.min(fewest, report.backlog());
            first = Math.max(first, id);
            progressAt = nanoTime.getAsLong();
        }
        return nanoTime.getAsLong() - progressAt >= limit.toNanos();
    }

    /** Why it ends, in a sentence. */
    String reason(OutboxReport report) {
        StringBuilder reason = new StringBuilder("nothing was sent for " + limit.toSeconds() + " s; ");
        OutboxReport.Waiting next = report.next();
        if (next != null) {
            reason.append("the first that waits is id ")
                    .append(next.id())
                    .append(" to ")
                    .append(next.address())
                    .append("; ");
        }
        if (report.leaders().isEmpty()) {
            return reason.append("nobody leads").toString();
        }
        for (OutboxReport.Leader leader : report.leaders()) {
            reason.append("shard ")
                    .append(leader.shard())
                    .append(" of ")
                    .append(leader.name())
                    .append(" is led by ")
                    .append(leader.owner())
                    .append(", ");
        }
        return reason.append("whose log may say more").toString();
    }
}
