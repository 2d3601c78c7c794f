package io.tidings.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long messages of a channel may still be delivered, again perhaps.
 *
 * @param channel for so long the channel keeps them at most; null if nobody knows
 * @param deadLetters for so long the group's dead letter channel does; null if nobody knows
 */
public record Retention(
        @Nullable Duration channel, @Nullable Duration deadLetters) {

    /** Longer than anything else. */
    public static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** Of channels that nobody knows it of. */
    public static final Retention UNKNOWN = new Retention(null, null);
}
