package io.tidings.testing;

import io.tidings.messaging.Health;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionStatus;
import io.tidings.messaging.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A member of a group in memory. */
final class InMemorySubscription implements Subscription {

    private final InMemoryMembership group;
    private final Delivery<?> member;
    private final Consumer<Subscription> onClose;
    private volatile boolean running = true;

    InMemorySubscription(InMemoryMembership group, Delivery<?> member, Consumer<Subscription> onClose) {
        this.group = group;
        this.member = member;
        this.onClose = onClose;
        group.join(member);
        member.watch().assigned(List.of(0));
        member.watch().subscribed(this);
    }

    @Override
    public boolean awaitReady(Duration deadline) {
        return running;
    }

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public Health health() {
        return member.watch().health(false);
    }

    @Override
    public SubscriptionStatus status() {
        return member.watch().status(group.waiting(), 0);
    }

    @Override
    public void close() {
        if (running) {
            running = false;
            member.watch().closed(this);
        }
        onClose.accept(this);
        try {
            group.leave(member);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
