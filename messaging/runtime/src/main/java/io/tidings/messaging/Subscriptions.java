package io.tidings.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Several subscriptions as one. Safe for use by several threads. */
public final class Subscriptions implements Subscription {

    private final List<Subscription> parts;

    private Subscriptions(List<Subscription> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Subscribes to each. If one cannot be subscribed to, those that were are closed.
     *
     * @throws MessagingException as the failed one
     */
    public static <T> Subscription each(Collection<T> channels, Function<T, Subscription> subscribe) {
        List<Subscription> parts = new ArrayList<>();
        try {
            channels.forEach(channel -> parts.add(subscribe.apply(channel)));
        } catch (RuntimeException e) {
            try {
                closeAll(parts);
            } catch (RuntimeException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
        return new Subscriptions(parts);
    }

    @Override
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        for (Subscription part : parts) {
            if (!part.awaitReady(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of them run. */
    @Override
    public boolean running() {
        return parts.stream().allMatch(Subscription::running);
    }

    @Override
    public Health health() {
        return Health.of(parts.stream().map(Subscription::health).toList());
    }

    /** The sum of theirs. */
    @Override
    public SubscriptionStatus status() {
        return status(parts);
    }

    /** The sum of several. */
    public static SubscriptionStatus status(Collection<? extends Subscription> parts) {
        List<SubscriptionStatus> all = parts.stream().map(Subscription::status).toList();
        boolean unknown = all.stream().anyMatch(status -> status.behind() < 0);
        return new SubscriptionStatus(
                sum(all, SubscriptionStatus::assigned),
                sum(all, SubscriptionStatus::paused),
                total(all, SubscriptionStatus::waiting),
                unknown ? -1 : total(all, SubscriptionStatus::behind),
                sum(all, SubscriptionStatus::parked));
    }

    private static int sum(List<SubscriptionStatus> all, ToIntFunction<SubscriptionStatus> part) {
        return all.stream().mapToInt(part).sum();
    }

    private static long total(List<SubscriptionStatus> all, ToLongFunction<SubscriptionStatus> part) {
        return all.stream().mapToLong(part).sum();
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(List<Subscription> parts) {
        RuntimeException failure = null;
        for (Subscription part : parts) {
            try {
                part.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
