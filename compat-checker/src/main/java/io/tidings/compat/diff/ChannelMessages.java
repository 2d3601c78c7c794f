package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Keys;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Matches the messages of a channel and compares the pairs. */
final class ChannelMessages {

    private final Comparison comparison;
    private final MessageDifference message;

    ChannelMessages(Comparison comparison) {
        this.comparison = comparison;
        this.message = new MessageDifference(comparison);
    }

    void compare(Channel was, Channel is) {
        Matching<Message> matching = match(comparison, was, is);
        for (Message added : matching.added()) {
            Scope scope = comparison.scopes().of(was, is, null, added);
            comparison.found(new MessageChange.Added(
                    At.of(scope, was.locationOf("messages"), added.location()),
                    was.messages().size()));
        }
        for (Message removed : matching.removed()) {
            Scope scope = comparison.scopes().of(was, is, removed, null);
            comparison.found(new MessageChange.Removed(At.of(scope, removed.location(), is.locationOf("messages"))));
        }
        boolean framed = was.extension().keys() == Keys.FRAMED && is.extension().keys() == Keys.FRAMED;
        matching.pairs()
                .forEach(pair -> message.compare(
                        comparison.scopes().of(was, is, pair.base(), pair.head()), pair.base(), pair.head(), framed));
    }

    /**
     * By what readers see: the payload's full name, then by the alias that leads to it, by name and key, and last by
     * content, where only the key was renamed.
     */
    static Matching<Message> match(Comparison comparison, Channel was, Channel is) {
        Set<String> before = new HashSet<>();
        was.messages().values().stream()
                .map(ChannelMessages::payloadName)
                .filter(Objects::nonNull)
                .forEach(before::add);
        Matching<Message> matching = Matching.of(
                List.copyOf(was.messages().values()),
                List.copyOf(is.messages().values()),
                List.of(
                        Matching.Key.same(m -> payloadName(m) == null ? null : List.of(payloadName(m), m.name())),
                        Matching.Key.same(ChannelMessages::payloadName),
                        new Matching.Key<>(ChannelMessages::payloadName, m -> payloadAlias(m, before)),
                        Matching.Key.same(Message::name),
                        Matching.Key.same(Message::key),
                        new Matching.Key<>(
                                m -> content(comparison, comparison.base(), m.payload()),
                                m -> content(comparison, comparison.head(), m.payload()))));
        // One left on each side, both records: the record was renamed.
        boolean renamed = matching.added().size() == 1
                && matching.removed().size() == 1
                && payloadName(matching.added().get(0)) != null
                && payloadName(matching.removed().get(0)) != null
                && matching.pairs().isEmpty();
        return renamed
                ? new Matching<>(
                        List.of(new Matching.Pair<>(
                                matching.removed().get(0), matching.added().get(0))),
                        List.of(),
                        List.of())
                : matching;
    }

    private static @Nullable Object content(Comparison comparison, Side side, @Nullable MessageSchema schema) {
        return schema instanceof MessageSchema.Json json ? new JsonContent(comparison.json(), side.schema(json)) : null;
    }

    static @Nullable String payloadName(Message message) {
        return message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD
                ? avro.schema().getFullName()
                : null;
    }

    /** The alias that is a name in the base: a record that was renamed twice has two. */
    private static @Nullable String payloadAlias(Message message, Set<String> before) {
        return payloadName(message) != null && message.payload() instanceof MessageSchema.Avro avro
                ? avro.schema().getAliases().stream()
                        .filter(before::contains)
                        .sorted()
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
