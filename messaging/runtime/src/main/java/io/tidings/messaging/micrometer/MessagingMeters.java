package io.tidings.messaging.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tidings.messaging.jdbc.accepted.AcceptedCounts;
import io.tidings.messaging.jdbc.inbox.Resequencer;
import io.tidings.messaging.jdbc.inbox.SequenceGuard;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import io.tidings.messaging.observe.ClientEvent;
import io.tidings.messaging.observe.ConsumerGroup;
import io.tidings.messaging.observe.HandlingEvent;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.PartitionEvent;
import io.tidings.messaging.observe.PublishEvent;
import io.tidings.messaging.observe.RelayEvent;
import io.tidings.messaging.observe.RequestEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Measures what happens in the clients, into a registry of Micrometer's. {@code docs/observability.md} lists the meters. One
 * may listen to several transports and relays. Safe for use by several threads.
 *
 * <p>Publish timers count a message when the broker has it. What is asked when a registry reads its gauges, and not told of as
 * it happens, is kept alive by the registry until the client is closed.
 */
public final class MessagingMeters implements MessagingListener {

    /** Of one channel that is published to. */
    private record Publishing(Timer sent, Timer failed, DistributionSummary size) {}

    private final Registration registration;
    private final Map<String, Publishing> channels = new ConcurrentHashMap<>();
    private final Map<ConsumerGroup, GroupMeters> groups = new ConcurrentHashMap<>();
    private final Map<String, RequestMeters> requestors = new ConcurrentHashMap<>();
    private final Map<String, RelayMeters> relays = new ConcurrentHashMap<>();

    public MessagingMeters(MeterRegistry registry) {
        this.registration = new Registration(registry);
    }

    /**
     * Adds what only the database can tell of an outbox: {@code meters.outbox("orders", relay::status)}. It is asked when the
     * gauges are read, at most every 2 s; they are not a number while it is away.
     *
     * @param relay the relay's name
     */
    public void outbox(String relay, Supplier<RelayStatus> status) {
        Probe<RelayStatus> probe = new Probe<>(status);
        registration.gauge(Measure.RELAY_BACKLOG, probe.figure(RelayStatus::backlog), "relay", relay);
        registration.age(
                Measure.RELAY_LAG, probe.figure(found -> found.oldestAge().toNanos()), "relay", relay);
        registration.gauge(Measure.RELAY_BARRED, probe.figure(RelayStatus::barred), "relay", relay);
    }

    /**
     * Adds how many requests of a kind are not done with: {@code meters.accepted("orders", requests::counts)}. The database is
     * asked when the gauges are read, at most every 2 s; they are not a number while it is away.
     *
     * @param requests their kind
     */
    public void accepted(String requests, Supplier<AcceptedCounts> counts) {
        Probe<AcceptedCounts> probe = new Probe<>(counts);
        registration.gauge(Measure.ACCEPTED_PENDING, probe.figure(AcceptedCounts::pending), "requests", requests);
        registration.gauge(Measure.ACCEPTED_OVERDUE, probe.figure(AcceptedCounts::overdue), "requests", requests);
        registration.gauge(Measure.ACCEPTED_UNDOING, probe.figure(AcceptedCounts::undoing), "requests", requests);
        registration.gauge(Measure.ACCEPTED_FAILING, probe.figure(AcceptedCounts::failing), "requests", requests);
    }

    /**
     * Adds what a guard has let pass and what it has passed over.
     *
     * @param consumer whose knowledge it keeps
     */
    public void sequence(String consumer, SequenceGuard guard) {
        registration.count(Measure.SEQUENCE_APPLIED, guard::applied, "consumer", consumer);
        registration.count(Measure.SEQUENCE_STALE, guard::stale, "consumer", consumer);
    }

    /**
     * Adds what came before its turn, and what was not waited for any longer.
     *
     * @param consumer whose order it keeps
     */
    public void resequencing(String consumer, Resequencer<?> resequencer) {
        registration.count(Measure.SEQUENCE_HELD, resequencer::held, "consumer", consumer);
        registration.count(Measure.SEQUENCE_SKIPPED, resequencer::skipped, "consumer", consumer);
    }

    /**
     * Adds what a log-tailing relay's slot keeps back of the database's log: {@code meters.log("orders",
     * relay::retainedBytes)}.
     *
     * @param relay the relay's name
     * @param retainedBytes may be not a number
     */
    public void log(String relay, DoubleSupplier retainedBytes) {
        registration.gauge(Measure.SLOT_RETAINED, retainedBytes::getAsDouble, "relay", relay);
    }

    @Override
    public void sent(PublishEvent.Sent event) {
        Publishing channel = channel(event.address());
        channel.sent().record(event.nanos(), TimeUnit.NANOSECONDS);
        channel.size().record((double) event.bytes());
    }

    @Override
    public void sendFailed(PublishEvent.SendFailed event) {
        channel(event.address()).failed().record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    private Publishing channel(String address) {
        // Not at once computeIfAbsent, which locks: this is where publishing is busy.
        Publishing known = channels.get(address);
        return known == null ? channels.computeIfAbsent(address, this::publishing) : known;
    }

    private Publishing publishing(String address) {
        return new Publishing(
                registration.timer(Measure.PUBLISH, "channel", address, "outcome", "sent"),
                registration.timer(Measure.PUBLISH, "channel", address, "outcome", "failed"),
                registration.summary(Measure.PUBLISH_SIZE, "channel", address));
    }

    @Override
    public void subscribed(ClientEvent.Subscribed event) {
        group(event.group()).add(event.subscription());
    }

    @Override
    public void unsubscribed(ClientEvent.Unsubscribed event) {
        group(event.group()).remove(event.subscription());
    }

    @Override
    public void began(HandlingEvent.Began event) {
        group(event.group()).active.increment();
    }

    @Override
    public void handled(HandlingEvent.Handled event) {
        GroupMeters group = group(event.group());
        group.active.decrement();
        group.done.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed(HandlingEvent.Failed event) {
        GroupMeters group = group(event.group());
        group.active.decrement();
        Timer timer = event.retryAfter() == null ? group.setAside : group.retried;
        timer.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void batch(HandlingEvent.Batch event) {
        GroupMeters group = group(event.group());
        (event.cause() == null ? group.batchesDone : group.batchesFailed).record(event.messages());
    }

    @Override
    public void deadLettered(HandlingEvent.DeadLettered event) {
        group(event.group()).deadLetters.increment();
    }

    @Override
    public void assigned(PartitionEvent.Assigned event) {
        moved(group(event.group()).assigned, event);
    }

    @Override
    public void revoked(PartitionEvent.Revoked event) {
        moved(group(event.group()).revoked, event);
    }

    @Override
    public void lost(PartitionEvent.Lost event) {
        moved(group(event.group()).lost, event);
    }

    private static void moved(Counter counter, PartitionEvent event) {
        counter.increment(event.partitions().size());
    }

    @Override
    public void committed(PartitionEvent.Committed event) {
        GroupMeters group = group(event.group());
        group.committed();
        group.committed.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void commitFailed(PartitionEvent.CommitFailed event) {
        group(event.group()).commitFailed.increment();
    }

    private GroupMeters group(ConsumerGroup group) {
        GroupMeters known = groups.get(group);
        return known == null ? groups.computeIfAbsent(group, made -> new GroupMeters(registration, made)) : known;
    }

    @Override
    public void requestorOpened(ClientEvent.RequestorOpened event) {
        requests(event.replies()).add(event.requestor());
    }

    @Override
    public void requestorClosed(ClientEvent.RequestorClosed event) {
        requests(event.replies()).remove(event.requestor());
    }

    @Override
    public void answered(RequestEvent.Answered event) {
        requests(event.replies()).answered.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void requestFailed(RequestEvent.RequestFailed event) {
        requests(event.replies()).failed.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void expired(RequestEvent.Expired event) {
        requests(event.replies()).expired.record(event.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void rejected(RequestEvent.Rejected event) {
        requests(event.replies()).rejected.increment();
    }

    @Override
    public void strayReply(RequestEvent.StrayReply event) {
        requests(event.replies()).stray(event.stray());
    }

    private RequestMeters requests(String replies) {
        return requestors.computeIfAbsent(replies, address -> new RequestMeters(registration, address));
    }

    @Override
    public void leading(RelayEvent.Leading event) {
        relay(event.relay()).leading.incrementAndGet();
    }

    @Override
    public void following(RelayEvent.Following event) {
        relay(event.relay()).leading.decrementAndGet();
    }

    @Override
    public void relayed(RelayEvent.Relayed event) {
        RelayMeters relay = relay(event.relay());
        relay.batch.record(event.nanos(), TimeUnit.NANOSECONDS);
        relay.messages.increment(event.messages());
    }

    @Override
    public void refused(RelayEvent.Refused event) {
        relay(event.relay()).refused.increment();
    }

    @Override
    public void inTrouble(RelayEvent.InTrouble event) {
        relay(event.relay()).failures.increment();
    }

    @Override
    public void slotLost(RelayEvent.SlotLost event) {
        relay(event.relay()).slotLosses.increment();
    }

    private RelayMeters relay(String name) {
        return relays.computeIfAbsent(name, relay -> new RelayMeters(registration, relay));
    }
}
