package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Reply;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one service sends, another receives.
 *
 * @param channel its address; null for replies whose address is known at run time only
 */
public record Link(@Nullable String channel, Use sender, Use receiver) {

    /** Whether the receiver waits for answers to requests, and the sender does not know of them. */
    boolean strangeReply() {
        return sender.direct() && !receiver.direct();
    }

    /** Whether the sender asks and the receiver answers. */
    public boolean isRequest() {
        return sender.direct()
                && receiver.direct()
                && sender.operation().reply() != null
                && receiver.operation().reply() != null;
    }

    /** The way back, where the sender asks and the receiver answers on channels that both name. */
    Optional<Link> back() {
        Channel asked = isRequest() ? channelOf(sender.operation().reply()) : null;
        Channel answered = isRequest() ? channelOf(receiver.operation().reply()) : null;
        if (asked == null || answered == null) {
            return Optional.empty();
        }
        Use answer = reply(receiver, answered);
        Use wait = reply(sender, asked);
        return Optional.of(new Link(answered.topic() == null ? asked.topic() : answered.topic(), answer, wait));
    }

    private static @Nullable Channel channelOf(@Nullable Reply reply) {
        return reply == null ? null : reply.channel();
    }

    private static Use reply(Use use, Channel channel) {
        Reply reply = Objects.requireNonNull(use.operation().reply());
        return new Use(
                use.service(), use.operation(), use.action().inverse(), channel, reply.messages(), Use.Part.REPLY);
    }
}
