package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the API a difference concerns, who uses it and how long its messages live.
 *
 * @param channel its key in the head, or in the base where the head has it no more; null for the document as a whole
 * @param roles what the described application does with it; both where no operation says so. Those of a reply are
 *     inverted
 * @param retention the longer of the two documents
 * @param open whether the base declared that more kinds of messages may come
 */
public record Scope(
        @Nullable String channel,
        @Nullable String operation,
        @Nullable String message,
        Set<Action> roles,
        Retention retention,
        boolean open) {

    /** The document as a whole. */
    public static final Scope DOCUMENT =
            new Scope(null, null, null, Set.of(Action.SEND, Action.RECEIVE), Retention.RETAINED, false);

    public Scope {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether somebody in this role, with this retention, meets data that one of the directions is about.
     *
     * @param forward what base readers make of what the head sends
     * @param backward what head readers make of what the base sent
     */
    boolean minds(boolean forward, boolean backward) {
        boolean reads = roles.contains(Action.RECEIVE) || retention != Retention.TRANSIENT;
        return (forward && roles.contains(Action.SEND)) || (backward && reads);
    }

    Scope withOperation(@Nullable String name, Set<Action> actions) {
        return new Scope(channel, name, message, actions, retention, open);
    }

    Scope withMessage(String name) {
        return new Scope(channel, operation, name, roles, retention, open);
    }
}
