package io.tidings.messaging.observe;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.Health;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what a member of a group does, and knows from it how that member is. For those who write a transport. Safe for use
 * by several threads.
 */
public final class GroupWatch {

    private final Listeners listeners;
    private final ConsumerGroup group;
    private final GroupState state;

    GroupWatch(Listeners listeners, ConsumerGroup group) {
        this.listeners = listeners;
        this.group = group;
        this.state = new GroupState(group);
    }

    /** The member runs. */
    public void subscribed(Subscription subscription) {
        if (listeners.any()) {
            listeners.tell(new ClientEvent.Subscribed(group, subscription), MessagingListener::subscribed);
        }
    }

    /** The member was closed. To be called once. */
    public void closed(Subscription subscription) {
        state.ended("it was closed");
        if (listeners.any()) {
            listeners.tell(new ClientEvent.Unsubscribed(group, subscription), MessagingListener::unsubscribed);
        }
    }

    /** The member has failed for good. */
    public void ended(Throwable cause) {
        state.ended(cause.toString());
    }

    /** The broker, or what stands for it, was asked for messages. */
    public void polled() {
        state.polled();
    }

    /** The broker, or what stands for it, could not be asked for messages; it will be again. */
    public void pollFailed(Throwable cause) {
        state.pollFailed(cause);
    }

    /**
     * How the member is.
     *
     * @param polls whether it polls, and so hangs when it has not for long
     */
    public Health health(boolean polls) {
        return state.health(polls);
    }

    /**
     * How far the member is, with what only the transport knows.
     *
     * @param waiting as in {@link SubscriptionStatus}
     * @param behind as in {@link SubscriptionStatus}
     */
    public SubscriptionStatus status(long waiting, long behind) {
        return new SubscriptionStatus(state.assigned(), state.paused(), waiting, behind, state.parked());
    }

    /** An attempt begins; returns when, in nanoseconds, or 0 while nobody listens: then no message is opened. */
    public long begin(EncodedMessage message, Received.Origin origin) {
        if (!listeners.any()) {
            return 0;
        }
        listeners.tell(new HandlingEvent.Began(group, message.id(), origin), MessagingListener::began);
        return System.nanoTime();
    }

    public void handled(EncodedMessage message, Received.Origin origin, int attempts, long began) {
        state.goesOn(origin.partition());
        if (listeners.any()) {
            listeners.tell(
                    new HandlingEvent.Handled(group, message.id(), origin, attempts, System.nanoTime() - began),
                    MessagingListener::handled);
        }
    }

    /**
     * Several messages, or one, were handed over to a handler that takes several.
     *
     * @param cause why it failed; null if all are done
     */
    public void batch(int messages, long began, @Nullable Throwable cause) {
        if (listeners.any()) {
            listeners.tell(
                    new HandlingEvent.Batch(group, messages, System.nanoTime() - began, cause),
                    MessagingListener::batch);
        }
    }

    /**
     * An attempt has failed.
     *
     * @param retryAfter null if the message is set aside
     */
    public void failed(
            EncodedMessage message,
            Received.Origin origin,
            int attempts,
            long began,
            FailureKind kind,
            Throwable cause,
            @Nullable Duration retryAfter) {
        if (kind == FailureKind.TRANSIENT) {
            state.waits(origin.partition(), cause);
        } else {
            state.goesOn(origin.partition());
        }
        if (listeners.any()) {
            listeners.tell(
                    new HandlingEvent.Failed(
                            group, message.id(), origin, attempts, System.nanoTime() - began, kind, cause, retryAfter),
                    MessagingListener::failed);
        }
    }

    public void deadLettered(String messageId, Received.Origin origin, Throwable cause) {
        if (listeners.any()) {
            listeners.tell(
                    new HandlingEvent.DeadLettered(group, messageId, origin, cause), MessagingListener::deadLettered);
        }
    }

    /** A key of a partition is parked; so many of the partition are now. */
    public void parked(int partition, int parked) {
        state.parked(partition, parked);
        if (listeners.any()) {
            listeners.tell(new HandlingEvent.KeyParked(group, partition, parked), MessagingListener::keyParked);
        }
    }

    /** A partition waits: what cannot be handled cannot be set aside either, for now. */
    public void waits(int partition, Throwable cause) {
        state.waits(partition, cause);
    }

    /** A partition that may have waited goes on. */
    public void goesOn(int partition) {
        state.goesOn(partition);
    }

    /** So many keys of a partition are parked, as whoever had it before left it. */
    public void inherited(int partition, int parked) {
        state.parked(partition, parked);
    }

    /** A key of a partition is no longer parked; so many of the partition still are. */
    public void released(int partition, int parked) {
        state.parked(partition, parked);
        if (listeners.any()) {
            listeners.tell(new HandlingEvent.KeyReleased(group, partition, parked), MessagingListener::keyReleased);
        }
    }

    public void assigned(Collection<Integer> partitions) {
        state.assigned(partitions);
        if (worthTelling(partitions)) {
            listeners.tell(new PartitionEvent.Assigned(group, Set.copyOf(partitions)), MessagingListener::assigned);
        }
    }

    public void revoked(Collection<Integer> partitions) {
        state.gone(partitions);
        if (worthTelling(partitions)) {
            listeners.tell(new PartitionEvent.Revoked(group, Set.copyOf(partitions)), MessagingListener::revoked);
        }
    }

    public void lost(Collection<Integer> partitions) {
        state.gone(partitions);
        if (worthTelling(partitions)) {
            listeners.tell(new PartitionEvent.Lost(group, Set.copyOf(partitions)), MessagingListener::lost);
        }
    }

    public void paused(Collection<Integer> partitions) {
        state.paused(partitions);
        if (worthTelling(partitions)) {
            listeners.tell(new PartitionEvent.Paused(group, Set.copyOf(partitions)), MessagingListener::paused);
        }
    }

    public void resumed(Collection<Integer> partitions) {
        state.resumed(partitions);
        if (worthTelling(partitions)) {
            listeners.tell(new PartitionEvent.Resumed(group, Set.copyOf(partitions)), MessagingListener::resumed);
        }
    }

    /** A commit that began then is done. */
    public void committed(Collection<Integer> partitions, long began) {
        state.committed();
        if (worthTelling(partitions)) {
            listeners.tell(
                    new PartitionEvent.Committed(group, Set.copyOf(partitions), System.nanoTime() - began),
                    MessagingListener::committed);
        }
    }

    public void commitFailed(Collection<Integer> partitions, Throwable cause) {
        state.commitFailed(cause);
        if (worthTelling(partitions)) {
            listeners.tell(
                    new PartitionEvent.CommitFailed(group, Set.copyOf(partitions), cause),
                    MessagingListener::commitFailed);
        }
    }

    private boolean worthTelling(Collection<Integer> partitions) {
        return listeners.any() && !partitions.isEmpty();
    }
}
