package io.tidings.testing;

import io.tidings.messaging.Subscription;
import io.tidings.messaging.delivery.Delivery;
import java.time.Duration;
import java.util.function.Consumer;

/** A member of a group in memory. */
final class InMemorySubscription implements Subscription {

    private final InMemoryGroup group;
    private final Delivery<?> member;
    private final Consumer<Subscription> onClose;
    private volatile boolean running = true;

    InMemorySubscription(InMemoryGroup group, Delivery<?> member, Consumer<Subscription> onClose) {
        this.group = group;
        this.member = member;
        this.onClose = onClose;
        group.join(member);
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
    public void close() {
        running = false;
        onClose.accept(this);
        try {
            group.leave(member);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
