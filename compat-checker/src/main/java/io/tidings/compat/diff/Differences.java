package io.tidings.compat.diff;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import java.util.IdentityHashMap;
import java.util.List;

/** Compares two documents. */
public final class Differences {

    private Differences() {}

    /**
     * All differences, {@code info.version} apart, in the order of the head. Both documents must be valid; neither has to be
     * of the same specification version.
     */
    public static List<Change> between(AsyncApiDocument base, AsyncApiDocument head) {
        Comparison comparison = Comparison.of(base, head);
        new DocumentDifference(comparison).compare();
        Matching<Channel> channels = channels(base, head);
        IdentityHashMap<Channel, Channel> headOf = new IdentityHashMap<>();
        channels.pairs().forEach(pair -> headOf.put(pair.base(), pair.head()));
        ChannelDifference channel = new ChannelDifference(comparison);
        channels.added().forEach(channel::added);
        channels.removed().forEach(channel::removed);
        channels.pairs().forEach(pair -> channel.compare(pair.base(), pair.head()));
        new OperationsDifference(comparison, headOf).compare();
        return List.copyOf(comparison.changes());
    }

    /** By address first, since that is where messages go; by key only what then is left. */
    static Matching<Channel> channels(AsyncApiDocument base, AsyncApiDocument head) {
        return Matching.of(
                List.copyOf(base.channels().values()),
                List.copyOf(head.channels().values()),
                List.of(
                        Matching.Key.same(
                                channel -> channel.topic() == null ? null : List.of(channel.topic(), channel.name())),
                        Matching.Key.same(Channel::topic),
                        Matching.Key.same(channel ->
                                channel.topic() == null ? null : ParameterNames.withoutNames(channel.topic())),
                        Matching.Key.same(Channel::name)));
    }
}
