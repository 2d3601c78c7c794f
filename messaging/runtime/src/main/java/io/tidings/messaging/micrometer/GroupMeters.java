package io.tidings.messaging.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.tidings.messaging.Health;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionStatus;
import io.tidings.messaging.observe.ConsumerGroup;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** Of one group, in one registry: of all its members that are here. */
final class GroupMeters {

    final Timer done;
    final Timer retried;
    final Timer setAside;
    final DistributionSummary batchesDone;
    final DistributionSummary batchesFailed;
    final Counter deadLetters;
    final Timer committed;
    final Counter commitFailed;
    final Counter assigned;
    final Counter revoked;
    final Counter lost;
    final LongAdder active = new LongAdder();

    private final Set<Subscription> members = ConcurrentHashMap.newKeySet();
    private volatile long committedAt;
    private volatile boolean everCommitted;

    GroupMeters(Registration registration, ConsumerGroup group) {
        String[] tags = {"channel", group.address(), "group", group.name()};
        this.done = registration.timer(Measure.HANDLE, with(tags, "outcome", "done"));
        this.retried = registration.timer(Measure.HANDLE, with(tags, "outcome", "retried"));
        this.setAside = registration.timer(Measure.HANDLE, with(tags, "outcome", "set-aside"));
        this.batchesDone = registration.summary(Measure.HANDLE_BATCH, with(tags, "outcome", "done"));
        this.batchesFailed = registration.summary(Measure.HANDLE_BATCH, with(tags, "outcome", "failed"));
        this.deadLetters = registration.counter(Measure.DEAD_LETTERS, tags);
        this.committed = registration.timer(Measure.COMMIT, tags);
        this.commitFailed = registration.counter(Measure.COMMIT_FAILED, tags);
        this.assigned = registration.counter(Measure.MOVED, with(tags, "change", "assigned"));
        this.revoked = registration.counter(Measure.MOVED, with(tags, "change", "revoked"));
        this.lost = registration.counter(Measure.MOVED, with(tags, "change", "lost"));
        registration.gauge(Measure.HANDLE_ACTIVE, active::sum, tags);
        registration.gauge(Measure.WAITING, () -> sum(SubscriptionStatus::waiting), tags);
        registration.gauge(
                Measure.BEHIND, () -> sum(status -> status.behind() < 0 ? Double.NaN : status.behind()), tags);
        registration.gauge(Measure.PARTITIONS, () -> sum(SubscriptionStatus::assigned), tags);
        registration.gauge(Measure.PAUSED, () -> sum(SubscriptionStatus::paused), tags);
        registration.gauge(Measure.PARKED, () -> sum(SubscriptionStatus::parked), tags);
        registration.gauge(Measure.SUBSCRIPTION_UP, this::up, tags);
        registration.age(Measure.COMMIT_AGE, () -> everCommitted ? System.nanoTime() - committedAt : Double.NaN, tags);
    }

    void add(Subscription member) {
        members.add(member);
    }

    void remove(Subscription member) {
        members.remove(member);
    }

    void committed() {
        committedAt = System.nanoTime();
        everCommitted = true;
    }

    private double sum(ToDoubleFunction<SubscriptionStatus> of) {
        return members.stream().map(Subscription::status).mapToDouble(of).sum();
    }

    private double up() {
        return switch (Health.of(members.stream().map(Subscription::health).toList())
                .status()) {
            case UP -> members.isEmpty() ? 0 : 1;
            case DEGRADED -> 0.5;
            case DOWN -> 0;
        };
    }

    private static String[] with(String[] tags, String name, String value) {
        String[] more = new String[tags.length + 2];
        System.arraycopy(tags, 0, more, 0, tags.length);
        more[tags.length] = name;
        more[tags.length + 1] = value;
        return more;
    }
}
