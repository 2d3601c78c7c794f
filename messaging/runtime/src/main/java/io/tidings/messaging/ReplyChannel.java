package io.tidings.messaging;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a requestor listens.
 *
 * @param channel shared by all instances: each listens to the whole channel and keeps what answers its own requests
 * @param messages the kinds of reply that are expected
 * @param instance who listens alone, to a channel of its own beside the shared one; null where the transport's settings decide
 */
public record ReplyChannel<K>(
        Channel<K> channel,
        List<MessageType<?>> messages,
        @Nullable String instance) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    public ReplyChannel {
        messages = List.copyOf(messages);
        if (instance != null && !NAME.matcher(instance).matches()) {
            throw new IllegalArgumentException(
                    "An instance's name becomes part of an address: letters, digits, '.', '_'"
                            + " and '-' may stand in it, not '" + instance + "'");
        }
    }

    /** As the transport's settings say. */
    public ReplyChannel(Channel<K> channel, List<MessageType<?>> messages) {
        this(channel, messages, null);
    }

    /**
     * A channel that this instance alone listens to: {@code <address>.<instance>}.
     *
     * @param name one that this instance has again when it is started anew, such as its host's: its channel is kept
     */
    public ReplyChannel<K> ofInstance(String name) {
        return new ReplyChannel<>(channel, messages, name);
    }

    /** The Return Address. */
    public String address() {
        return instance == null ? channel.address() : channel.address() + "." + instance;
    }
}
