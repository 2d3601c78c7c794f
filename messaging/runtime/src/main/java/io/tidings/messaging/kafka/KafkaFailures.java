package io.tidings.messaging.kafka;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.IllegalGenerationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.jspecify.annotations.Nullable;

/** What Kafka's exceptions mean for a message. */
final class KafkaFailures {

    private KafkaFailures() {}

    /** Whether the message is at fault, and not the way. */
    static boolean isPoison(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException
                || failure instanceof InvalidRecordException;
    }

    /**
     * Whether a member of a group may go on after it. Rights can be granted and brokers come back, without anyone starting the
     * service again; and who is no member any more joins anew with the next poll. Of a rebalance that failed, the cause says so;
     * and what a callback stumbles over is no reason to stop reading.
     */
    static boolean passes(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof AuthorizationException
                || failure instanceof AuthenticationException
                || failure instanceof RetriableException
                || failure instanceof UnknownMemberIdException
                || failure instanceof UnreleasedInstanceIdException
                || failure instanceof FencedMemberEpochException
                || failure instanceof StaleMemberEpochException
                || failure instanceof IllegalGenerationException
                || failure instanceof CommitFailedException
                || (failure.getClass() == KafkaException.class
                        && (!(cause instanceof KafkaException) || passes(cause)));
    }

    /**
     * Whether Kafka's consumer does nothing more after that although it passes: a member of the same name that is not gone yet,
     * and rights that are not there yet (KIP-848's member is then in its fatal state).
     */
    static boolean endsItsClient(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof GroupAuthorizationException
                || failure instanceof UnreleasedInstanceIdException
                || (failure.getClass() == KafkaException.class && cause != null && endsItsClient(cause));
    }

    /**
     * What a caller of ours is told. Whatever is not the message's own fault may pass: even missing rights are granted in
     * the end, and a message must not be lost for them.
     */
    static MessagingException translate(String doing, String topic, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof MessagingException known) {
            return known;
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new MissingTopicException(topic);
        }
        String message = doing + " failed: " + describe(cause);
        return isPoison(cause)
                ? new PoisonMessageException(message, cause)
                : new TransientMessagingException(message, cause);
    }

    /**
     * Waits for what the broker says.
     *
     * @throws MessagingException if it says no, or nothing in time
     */
    static <T> T await(Future<T> answer, Duration deadline, String doing, String topic) {
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw translate(doing, topic, e);
        } catch (TimeoutException e) {
            throw new TransientMessagingException(doing + " took longer than " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientMessagingException(doing + " was interrupted", e);
        }
    }

    static Throwable unwrap(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapper && cause != null ? unwrap(cause) : failure;
    }

    private static String describe(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
