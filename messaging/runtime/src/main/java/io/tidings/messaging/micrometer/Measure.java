package io.tidings.messaging.micrometer;

/**
 * Everything that is measured. Tags have few values: channels, groups and relays, of which a service has a handful, and
 * outcomes; never keys, ids or partitions.
 */
enum Measure {
    PUBLISH(
            "tidings.publish",
            Kind.TIMER,
            "From the call until the broker has the message, or it has failed.",
            "channel",
            "outcome (sent, failed)"),
    PUBLISH_SIZE("tidings.publish.size", Kind.SUMMARY, "Key and value of a message that was sent, encoded.", "channel"),
    HANDLE(
            "tidings.handle",
            Kind.TIMER,
            "One attempt to decode and handle a message.",
            "channel",
            "group",
            "outcome (done, retried, set-aside)"),
    HANDLE_BATCH(
            "tidings.handle.batch",
            Kind.BATCH,
            "Messages that were handed over together, to a handler that takes several; failed: none of them is done by it.",
            "channel",
            "group",
            "outcome (done, failed)"),
    HANDLE_ACTIVE("tidings.handle.active", Kind.GAUGE, "Messages that handlers are busy with now.", "channel", "group"),
    DEAD_LETTERS("tidings.dead.letters", Kind.COUNTER, "Messages put into a dead letter channel.", "channel", "group"),
    WAITING(
            "tidings.subscription.waiting",
            Kind.GAUGE,
            "Messages that this instance has fetched and that are not done.",
            "channel",
            "group"),
    BEHIND(
            "tidings.subscription.behind",
            Kind.GAUGE,
            "Messages in the partitions of this instance that it has not fetched yet (consumer lag, with those that"
                    + " wait); not a number until the first fetch.",
            "channel",
            "group"),
    PARTITIONS("tidings.subscription.partitions", Kind.GAUGE, "Partitions of this instance.", "channel", "group"),
    PAUSED(
            "tidings.subscription.paused",
            Kind.GAUGE,
            "Partitions of which nothing is fetched for now: enough waits, or something that its messages need is away.",
            "channel",
            "group"),
    PARKED(
            "tidings.subscription.parked",
            Kind.GAUGE,
            "Keys whose messages go to the dead letter channel behind one that failed.",
            "channel",
            "group"),
    SUBSCRIPTION_UP(
            "tidings.subscription.up",
            Kind.GAUGE,
            "1 if it does its work, 0.5 if it cannot for now or not for all, 0 if it has ended.",
            "channel",
            "group"),
    COMMIT("tidings.commit", Kind.TIMER, "Telling the broker how far an instance is done.", "channel", "group"),
    COMMIT_FAILED("tidings.commit.failed", Kind.COUNTER, "Commits that the broker did not take.", "channel", "group"),
    COMMIT_AGE(
            "tidings.commit.age",
            Kind.TIME_GAUGE,
            "Since the last commit; not a number before the first. It grows while nothing comes.",
            "channel",
            "group"),
    MOVED(
            "tidings.partitions.moved",
            Kind.COUNTER,
            "Partitions that came or went.",
            "channel",
            "group",
            "change (assigned, revoked, lost)"),
    REQUEST(
            "tidings.request",
            Kind.TIMER,
            "From the request to what came of it; failed: it was not sent, or the reply is a fault.",
            "replies",
            "outcome (answered, failed, expired)"),
    REQUEST_REJECTED(
            "tidings.request.rejected",
            Kind.COUNTER,
            "Requests that were not asked, since too many are outstanding or the requestor is closed.",
            "replies"),
    OUTSTANDING("tidings.request.outstanding", Kind.GAUGE, "Requests that wait for a reply.", "replies"),
    CIRCUITS(
            "tidings.request.circuits.open",
            Kind.GAUGE,
            "Addresses to which nothing is sent for now, since requests there keep failing.",
            "replies"),
    STRAY(
            "tidings.reply.stray",
            Kind.COUNTER,
            "Replies that nobody waits for. On a reply channel that instances share, most are unknown.",
            "replies",
            "kind (late, duplicate, unknown)"),
    RELAY_BATCH("tidings.relay.batch", Kind.TIMER, "From taking a batch until it has left the outbox.", "relay"),
    RELAYED("tidings.relay.messages", Kind.COUNTER, "Messages that have left the outbox.", "relay"),
    REFUSED(
            "tidings.relay.refused",
            Kind.COUNTER,
            "Messages that can never be sent, and hold back their keys.",
            "relay"),
    LEADING("tidings.relay.leading", Kind.GAUGE, "1 if this instance sends, 0 if another does or none can.", "relay"),
    SHARDS("tidings.relay.shards", Kind.GAUGE, "Shards that this instance serves.", "relay"),
    RELAY_FAILURES("tidings.relay.failures", Kind.COUNTER, "How often database or broker was away.", "relay"),
    RELAY_BACKLOG(
            "tidings.relay.backlog",
            Kind.GAUGE,
            "Messages that wait in the outbox; asked of the database, so only for relays that were handed over.",
            "relay"),
    RELAY_LAG("tidings.relay.lag", Kind.TIME_GAUGE, "How long the oldest of them has waited.", "relay"),
    RELAY_BARRED("tidings.relay.barred", Kind.GAUGE, "Messages in the outbox that can never be sent.", "relay"),
    SLOT_RETAINED(
            "tidings.relay.log.retained",
            Kind.GAUGE,
            "Bytes of PostgreSQL's log that a log-tailing relay's slot keeps back, while this instance leads.",
            "relay"),
    SLOT_LOSSES(
            "tidings.relay.slot.losses",
            Kind.COUNTER,
            "How often a log-tailing relay found its replication slot gone.",
            "relay"),
    ACCEPTED_PENDING(
            "tidings.accepted.pending",
            Kind.GAUGE,
            "Accepted requests that have not ended; asked of the database, so only for those that were handed over.",
            "requests"),
    ACCEPTED_OVERDUE(
            "tidings.accepted.overdue",
            Kind.GAUGE,
            "Those of them that have taken too long and are to be ended.",
            "requests"),
    ACCEPTED_UNDOING(
            "tidings.accepted.undoing",
            Kind.GAUGE,
            "Accepted requests that have failed, and of whose steps some are to be undone.",
            "requests"),
    ACCEPTED_FAILING(
            "tidings.accepted.failing",
            Kind.GAUGE,
            "Accepted requests for which a handler has failed, and is tried again.",
            "requests"),
    SEQUENCE_APPLIED(
            "tidings.sequence.applied",
            Kind.COUNTER,
            "Messages that were newer than what was known of their key.",
            "consumer"),
    SEQUENCE_STALE(
            "tidings.sequence.stale",
            Kind.COUNTER,
            "Messages that were passed over, since something as new or newer had been handled.",
            "consumer"),
    SEQUENCE_HELD("tidings.sequence.held", Kind.COUNTER, "Messages that came before their turn.", "consumer"),
    SEQUENCE_SKIPPED(
            "tidings.sequence.skipped", Kind.COUNTER, "Versions that were not waited for any longer.", "consumer");

    /** What kind of meter it is. */
    enum Kind {
        TIMER("timer", "seconds"),
        SUMMARY("distribution summary", "bytes"),
        BATCH("distribution summary", "messages"),
        COUNTER("counter", ""),
        GAUGE("gauge", ""),
        TIME_GAUGE("gauge", "seconds");

        final String label;
        final String unit;

        Kind(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }
    }

    final String meter;
    final Kind kind;
    final String description;
    final String tags;

    Measure(String meter, Kind kind, String description, String... tags) {
        this.meter = meter;
        this.kind = kind;
        this.description = description;
        this.tags = String.join(", ", tags);
    }
}
