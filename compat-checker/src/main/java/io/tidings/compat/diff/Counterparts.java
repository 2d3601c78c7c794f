package io.tidings.compat.diff;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Which channels and messages of two versions are the same one: what {@link Differences} compares, for those who do something else
 * with it.
 *
 * @param channels those of both versions, in the order of the head
 * @param pairs in the order of the head
 * @param added messages of the head that the base does not have, in its order
 */
public record Counterparts(List<ChannelPair> channels, List<Pair> pairs, List<Message> added) {

    /** A channel in both versions. */
    public record ChannelPair(Channel base, Channel head) {}

    /** A message in both versions. */
    public record Pair(Message base, Message head) {}

    public Counterparts {
        channels = List.copyOf(channels);
        pairs = List.copyOf(pairs);
        added = List.copyOf(added);
    }

    /** Matches channels by their address, or else their key, and messages by what readers see of them. Both documents must be valid. */
    public static Counterparts between(AsyncApiDocument base, AsyncApiDocument head) {
        Comparison comparison = Comparison.of(base, head);
        Matching<Channel> channels = Differences.channels(base, head);
        List<Pair> pairs = new ArrayList<>();
        List<Message> added = new ArrayList<>();
        for (Matching.Pair<Channel> channel : channels.pairs()) {
            Matching<Message> messages = ChannelMessages.match(comparison, channel.base(), channel.head());
            messages.pairs().forEach(pair -> pairs.add(new Pair(pair.base(), pair.head())));
            added.addAll(messages.added());
        }
        channels.added().forEach(channel -> added.addAll(channel.messages().values()));
        List<ChannelPair> both = channels.pairs().stream()
                .map(pair -> new ChannelPair(pair.base(), pair.head()))
                .toList();
        return new Counterparts(both, pairs, added);
    }
}
