package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.serde.AvroKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to replicate, and into what. Begin with {@link #of}, and say what is to be different.
 *
 * <p>Messages that no feed knows are passed over.
 *
 * @param view its name: letters, digits, dot, hyphen and underscore, since topics and directories are named after it
 * @param rows the rows: an Avro record class
 * @param feeds what it is made of; at least one
 * @param indexes what rows are found by beside their key; each with another name
 */
public record ReplicaDefinition<K, V>(
        String view,
        MessageType<V> rows,
        List<Feed<K, ?, V>> feeds,
        List<Index<V, ?>> indexes,
        StoreKind store,
        Coverage coverage,
        Staleness staleness) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");
    private static final int MOST_INDEXES = 100;

    /**
     * Checks what is given.
     *
     * @throws IllegalArgumentException if the name does not suit a topic, a channel has no keys or framed ones, keys are of
     *     several types, two feeds have the same message of one channel, or two indexes the same name
     */
    public ReplicaDefinition {
        feeds = List.copyOf(feeds);
        indexes = List.copyOf(indexes);
        requireNonNull(rows, "rows");
        requireNonNull(store, "store");
        requireNonNull(coverage, "coverage");
        requireNonNull(staleness, "staleness");
        if (!NAME.matcher(view).matches()) {
            throw new IllegalArgumentException(
                    "A view is named with 1 to 80 letters, digits, dots, hyphens and underscores, not '" + view + "'");
        }
        checkFeeds(view, feeds);
        List<String> names = indexes.stream().map(Index::name).toList();
        if (names.stream().distinct().count() < names.size() || names.size() > MOST_INDEXES) {
            throw refused(view, "its indexes need names of their own, and are " + MOST_INDEXES + " at most: " + names);
        }
    }

    /** Rows on disk, shared out over the instances, with deletes by tombstones or without any. */
    public ReplicaDefinition(
            String view,
            Channel<K> channel,
            MessageType<V> type,
            VersionSource version,
            Deletes deletes,
            StoreKind store) {
        this(
                view,
                type,
                List.of(feed(view, channel, type, version, deletes)),
                List.of(),
                store,
                Coverage.PARTITIONED,
                Staleness.answerAlways());
    }

    /** Rows on disk, shared out over the instances, deletes by tombstones. */
    public static <K, V> ReplicaDefinition<K, V> of(
            String view, Channel<K> channel, MessageType<V> type, VersionSource version) {
        return new ReplicaDefinition<>(view, channel, type, version, Deletes.TOMBSTONE, StoreKind.ROCKSDB);
    }

    /** Of any feeds. */
    public static <K, V> ReplicaDefinition<K, V> of(String view, MessageType<V> rows, List<Feed<K, ?, V>> feeds) {
        return new ReplicaDefinition<>(
                view, rows, feeds, List.of(), StoreKind.ROCKSDB, Coverage.PARTITIONED, Staleness.answerAlways());
    }

    /** The same, kept there. */
    public ReplicaDefinition<K, V> store(StoreKind kind) {
        return new ReplicaDefinition<>(view, rows, feeds, indexes, kind, coverage, staleness);
    }

    /** The same, all of it on each instance. */
    public ReplicaDefinition<K, V> fullCopy() {
        return new ReplicaDefinition<>(view, rows, feeds, indexes, store, Coverage.FULL_COPY, staleness);
    }

    /** The same with one more index. */
    public ReplicaDefinition<K, V> index(Index<V, ?> index) {
        List<Index<V, ?>> more = new ArrayList<>(indexes);
        more.add(index);
        return new ReplicaDefinition<>(view, rows, feeds, more, store, coverage, staleness);
    }

    /** The same with one more feed: another major of a channel, another message. */
    public ReplicaDefinition<K, V> alsoFrom(Feed<K, ?, V> feed) {
        List<Feed<K, ?, V>> more = new ArrayList<>(feeds);
        more.add(feed);
        return new ReplicaDefinition<>(view, rows, more, indexes, store, coverage, staleness);
    }

    /** The same, answering only while it is that fresh. */
    public ReplicaDefinition<K, V> staleness(Staleness policy) {
        return new ReplicaDefinition<>(view, rows, feeds, indexes, store, coverage, policy);
    }

    /** How the view's keys travel. */
    public KeyType<K> keyType() {
        return feeds.get(0).channel().keyType();
    }

    /** The topics that feed it, in the order of the feeds. */
    public List<String> addresses() {
        return feeds.stream().map(feed -> feed.channel().address()).distinct().toList();
    }

    /**
     * Eight hexadecimal digits that change with whatever makes stored rows mean something else: the schemas (names, types,
     * defaults, aliases, logical types; not their documentation), the channels, the key type, versions, deletes, the revisions of
     * projections and folds, and the indexes.
     */
    public String fingerprint() {
        String feedsText = feeds.stream().map(Feed::fingerprint).collect(Collectors.joining("\n"));
        return Fingerprint.of(String.join("\n", view, feedsText, indexes.toString(), SchemaText.of(rows.schema())));
    }

    /** The store's name: the view's and the fingerprint, so that rows of different projections never mix. */
    public String storeName() {
        return view + "-" + fingerprint();
    }

    private static <K, V> Feed<K, V, V> feed(
            String view, Channel<K> channel, MessageType<V> type, VersionSource version, Deletes deletes) {
        try {
            return Feed.of(channel, type, version, deletes);
        } catch (IllegalArgumentException e) {
            throw refused(view, String.valueOf(e.getMessage()));
        }
    }

    private static <K, V> void checkFeeds(String view, List<Feed<K, ?, V>> feeds) {
        if (feeds.isEmpty()) {
            throw refused(view, "nothing feeds it");
        }
        for (Feed<K, ?, V> feed : feeds) {
            checkKeys(view, feed.channel());
        }
        List<String> keys = feeds.stream()
                .map(feed -> feed.channel().keyType().toString())
                .distinct()
                .toList();
        if (keys.size() > 1) {
            throw refused(view, "its channels have keys of different types: " + keys);
        }
        List<String> messages = feeds.stream()
                .map(feed -> feed.type().name() + " on " + feed.channel().address())
                .toList();
        if (messages.stream().distinct().count() < messages.size()) {
            throw refused(view, "it is fed twice by the same message: " + messages);
        }
    }

    private static void checkKeys(String view, Channel<?> channel) {
        if (channel.keyType() == KeyType.NONE) {
            throw refused(view, "channel '" + channel.name() + "' has no keys, so there is nothing to keep rows by");
        }
        if (channel.keyType() instanceof AvroKey<?> key && key.framed()) {
            throw refused(
                    view,
                    "the keys of channel '" + channel.name()
                            + "' bear their schema's id: each new version of it would be another row");
        }
    }

    private static IllegalArgumentException refused(String view, String reason) {
        return new IllegalArgumentException("View '" + view + "' cannot be replicated: " + reason);
    }
}
