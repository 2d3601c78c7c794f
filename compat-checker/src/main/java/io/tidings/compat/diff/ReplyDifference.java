package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the replies of an operation. Their messages are compared with the channel that carries them. */
final class ReplyDifference {

    private static final String RUN_TIME = "an address known at run time";

    private final Comparison comparison;
    private final IdentityHashMap<Channel, Channel> headOf;

    ReplyDifference(Comparison comparison, IdentityHashMap<Channel, Channel> headOf) {
        this.comparison = comparison;
        this.headOf = headOf;
    }

    void compare(Scope scope, Operation was, Operation is) {
        Reply before = was.reply();
        Reply now = is.reply();
        At at = At.of(scope, was.locationOf("reply"), is.locationOf("reply"));
        if (before == null && now != null) {
            comparison.found(new OperationChange.ReplyAdded(at));
        } else if (before != null && now == null) {
            comparison.found(new OperationChange.ReplyRemoved(at));
        } else if (before != null && now != null) {
            channel(at, before.channel(), now.channel());
            messages(at, was, before, now);
            if (!Objects.equals(before.addressLocation(), now.addressLocation())) {
                comparison.found(new OperationChange.ReplyAddressChanged(
                        at,
                        Objects.requireNonNullElse(before.addressLocation(), "none"),
                        Objects.requireNonNullElse(now.addressLocation(), "none")));
            }
        }
    }

    /** What is replied travels the other way. */
    private void messages(At at, Operation operation, Reply before, Reply now) {
        Channel was = before.channel();
        Channel is = now.channel();
        if (was != null && is != null) {
            Scope inverse = at.scope()
                    .withOperation(
                            at.scope().operation(),
                            EnumSet.of(operation.action().inverse()));
            SharedMessages.of(comparison, was, is)
                    .compare(comparison, At.of(inverse, at.base(), at.head()), before.messages(), now.messages());
        }
    }

    private void channel(At at, @Nullable Channel was, @Nullable Channel is) {
        Channel partner = was == null ? null : headOf.get(was);
        if (was == null
                ? is != null
                : is == null || partner == null || !partner.name().equals(is.name())) {
            comparison.found(new OperationChange.ReplyChannelChanged(
                    at, was == null ? RUN_TIME : was.name(), is == null ? RUN_TIME : is.name()));
        }
    }
}
