package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Matches the operations of two documents and compares the pairs. */
final class OperationsDifference {

    private final Comparison comparison;
    private final IdentityHashMap<Channel, Channel> headOf;
    private final DocumentDifference common;
    private final ReplyDifference replies;

    OperationsDifference(Comparison comparison, IdentityHashMap<Channel, Channel> headOf) {
        this.comparison = comparison;
        this.headOf = headOf;
        this.common = new DocumentDifference(comparison);
        this.replies = new ReplyDifference(comparison, headOf);
    }

    void compare() {
        Matching<Operation> matching = match();
        for (Operation added : matching.added()) {
            At at = At.of(scope(added, comparison.head(), added.action()), null, added.location());
            comparison.found(new OperationChange.Added(at, added.action().label()));
        }
        for (Operation removed : matching.removed()) {
            At at = At.of(scope(removed, comparison.base(), removed.action()), removed.location(), null);
            comparison.found(new OperationChange.Removed(at, removed.action().label()));
        }
        matching.pairs().forEach(pair -> compare(pair.base(), pair.head()));
    }

    /** By what an operation does and where; keys only tell apart those that do the same. */
    private Matching<Operation> match() {
        return Matching.of(
                List.copyOf(comparison.base().document().operations().values()),
                List.copyOf(comparison.head().document().operations().values()),
                List.of(
                        new Matching.Key<>(
                                o -> place(o) == null ? null : List.of(o.action(), place(o), o.name()),
                                o -> List.of(o.action(), o.channel().name(), o.name())),
                        new Matching.Key<>(
                                o -> place(o) == null ? null : List.of(o.action(), place(o)),
                                o -> List.of(o.action(), o.channel().name())),
                        Matching.Key.same(Operation::name)));
    }

    private @Nullable String place(Operation ofBase) {
        Channel partner = headOf.get(ofBase.channel());
        return partner == null ? null : partner.name();
    }

    private void compare(Operation was, Operation is) {
        EnumSet<Action> roles = EnumSet.of(was.action(), is.action());
        Scope scope = comparison.scopes().of(was.channel(), is.channel()).withOperation(is.name(), roles);
        At at = At.of(scope, was.location(), is.location());
        if (!was.name().equals(is.name())) {
            comparison.found(new OperationChange.KeyRenamed(at, was.name(), is.name()));
        }
        if (was.action() != is.action()) {
            At action = At.of(scope, was.locationOf("action"), is.locationOf("action"));
            comparison.found(new OperationChange.ActionChanged(
                    action, was.action().label(), is.action().label()));
        }
        if (!Objects.equals(place(was), is.channel().name())) {
            At channel = At.of(scope, was.locationOf("channel"), is.locationOf("channel"));
            comparison.found(new OperationChange.ChannelChanged(
                    channel, was.channel().name(), is.channel().name()));
        } else {
            At messages = At.of(scope, was.locationOf("messages"), is.locationOf("messages"));
            SharedMessages.of(comparison, was.channel(), is.channel())
                    .compare(comparison, messages, was.messages(), is.messages());
        }
        replies.compare(scope, was, is);
        others(scope, was, is);
    }

    private void others(Scope scope, Operation was, Operation is) {
        String what = "operation \"" + is.name() + "\"";
        common.security(scope, was, is, what);
        common.documentation(scope, was, is, what);
        Object before = comparison.base().value(was, "bindings");
        if (!before.equals(comparison.head().value(is, "bindings"))) {
            At at = At.of(scope, was.locationOf("bindings"), is.locationOf("bindings"));
            comparison.found(new DocumentChange.BindingChanged(at, what));
        }
        extension(scope, was, is, what);
    }

    private void extension(Scope scope, Operation was, Operation is, String what) {
        OperationExtension before = was.extension();
        OperationExtension now = is.extension();
        At at = At.of(scope, was.locationOf("x-tidings"), is.locationOf("x-tidings"));
        common.generatedName(scope, was, is, what, before.name(), now.name());
        if (before.style() != now.style()) {
            comparison.found(new OperationChange.StyleChanged(at, word(before.style()), word(now.style())));
        }
        if (before.delivery() != now.delivery()) {
            comparison.found(new OperationChange.DeliveryChanged(at, word(before.delivery()), word(now.delivery())));
        }
        boolean had = before.replica() != null;
        boolean has = now.replica() != null;
        if (had != has || !replica(comparison.base(), was).equals(replica(comparison.head(), is))) {
            comparison.found(
                    new OperationChange.ReplicaChanged(at, had == has ? "changed" : has ? "added" : "removed"));
        }
    }

    private static Object replica(Side side, Operation operation) {
        Object replica =
                side.value(operation, "x-tidings") instanceof Map<?, ?> written ? written.get("replica") : null;
        return replica == null ? Optional.empty() : replica;
    }

    private static String word(@Nullable Enum<?> value) {
        return value == null ? "nothing" : value.name().toLowerCase(Locale.ROOT);
    }

    private Scope scope(Operation operation, Side side, Action role) {
        Channel channel = operation.channel();
        return new Scope(
                channel.name(),
                operation.name(),
                null,
                EnumSet.of(role),
                side.retention(channel),
                channel.extension().open());
    }
}
