package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.Message;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the scope of a difference from both documents. */
final class Scopes {

    private final Side base;
    private final Side head;

    Scopes(Side base, Side head) {
        this.base = base;
        this.head = head;
    }

    Scope added(Channel channel, @Nullable Message message) {
        return scope(null, channel, null, message);
    }

    Scope removed(Channel channel, @Nullable Message message) {
        return scope(channel, null, message, null);
    }

    Scope of(Channel was, Channel is) {
        return scope(was, is, null, null);
    }

    Scope of(Channel was, Channel is, @Nullable Message before, @Nullable Message after) {
        return scope(was, is, before, after);
    }

    private Scope scope(
            @Nullable Channel was, @Nullable Channel is, @Nullable Message before, @Nullable Message after) {
        Set<Action> roles = EnumSet.noneOf(Action.class);
        Retention retention = Retention.TRANSIENT;
        String operation = null;
        String channel = "";
        // The message alone where it is: a removed one is not used in the head, an added one not in the base.
        if (was != null) {
            roles.addAll(after != null && before == null ? Set.of() : base.roles(was, before));
            retention = longer(retention, base.retention(was));
            operation = base.operation(was, before);
            channel = was.name();
        }
        if (is != null) {
            roles.addAll(before != null && after == null ? Set.of() : head.roles(is, after));
            retention = longer(retention, head.retention(is));
            String now = before != null && after == null ? null : head.operation(is, after);
            operation = now == null ? operation : now;
            channel = is.name();
        }
        Message message = after == null ? before : after;
        return new Scope(
                channel,
                operation,
                message == null ? null : message.name(),
                roles.isEmpty() ? EnumSet.allOf(Action.class) : roles,
                retention,
                was != null && was.extension().open());
    }

    private static Retention longer(Retention one, Retention other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
