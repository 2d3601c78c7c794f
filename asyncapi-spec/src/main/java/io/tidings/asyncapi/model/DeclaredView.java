package io.tidings.asyncapi.model;

import io.tidings.asyncapi.model.ReplicaDeclaration.Copy;
import io.tidings.asyncapi.model.ReplicaDeclaration.Index;
import io.tidings.asyncapi.model.ReplicaDeclaration.Join;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local copy of other services' data, fed by one operation or by several. What is said of the view itself counts wherever it
 * is said; those who say it again have to say the same.
 *
 * @param feeds at least one, in the order of the document
 */
public record DeclaredView(String name, List<Feed> feeds) {

    /** What is said of a view, whoever feeds it; everything else is a feed's own. */
    public static final Set<String> OWN_WORDS =
            Set.of("key", "fields", "row", "indexes", "store", "copy", "staleness", "joins");

    public DeclaredView {
        feeds = List.copyOf(feeds);
    }

    /** An operation that feeds a view. */
    public record Feed(Operation operation, ReplicaDeclaration replica) {

        /** What makes and changes rows: all messages but that which only ends them. */
        public List<Message> messages() {
            var ending = replica.deleteMessage();
            return operation.messages().stream()
                    .filter(message -> ending == null || !ending.is(message))
                    .toList();
        }

        /** The message that ends rows, where it is one of its own. */
        public Optional<Message> deleteMessage() {
            var ending = replica.deleteMessage();
            return ending == null
                    ? Optional.empty()
                    : operation.messages().stream().filter(ending::is).findFirst();
        }
    }

    /** Whether each message that a feed names as its end is one that it receives. */
    public boolean settled() {
        return feeds.stream()
                .allMatch(feed -> feed.replica().deleteMessage() == null
                        || feed.deleteMessage().isPresent());
    }

    /** All views of a document, in the order in which they are first named. */
    public static List<DeclaredView> of(AsyncApiDocument document) {
        Map<String, List<Feed>> byName = new LinkedHashMap<>();
        for (Operation operation : document.operations().values()) {
            ReplicaDeclaration replica = operation.extension().replica();
            if (replica != null && !replica.view().isEmpty() && operation.action() == Action.RECEIVE) {
                byName.computeIfAbsent(replica.view(), any -> new ArrayList<>()).add(new Feed(operation, replica));
            }
        }
        return byName.entrySet().stream()
                .map(entry -> new DeclaredView(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The first of the operations that says something of the view, or else the first of all. */
    public ReplicaDeclaration saying(String word) {
        return feeds.stream()
                .map(Feed::replica)
                .filter(replica -> replica.node().get(word).isPresent())
                .findFirst()
                .orElse(feeds.get(0).replica());
    }

    public @Nullable String key() {
        return saying("key").key();
    }

    /** The fields to keep, in the order given; empty for all. */
    public List<String> fields() {
        return saying("fields").fields();
    }

    public @Nullable MessageSchema row() {
        return saying("row").row();
    }

    public List<Index> indexes() {
        return saying("indexes").indexes();
    }

    public Store store() {
        return saying("store").store();
    }

    public Copy copy() {
        return saying("copy").copy();
    }

    public @Nullable Duration failAfter() {
        return saying("staleness").failAfter();
    }

    public List<Join> joins() {
        return saying("joins").joins();
    }

    /** Whether every instance can read all of it. */
    public boolean whole() {
        return store() == Store.SQL || copy() == Copy.FULL;
    }

    /** The messages that make and change rows, of all feeds. */
    public List<Message> messages() {
        return feeds.stream()
                .flatMap(feed -> feed.messages().stream())
                .distinct()
                .toList();
    }

    /** What the channels of the feeds have as their key; null where none says it. */
    public @Nullable MessageSchema keySchema() {
        return messages().stream()
                .map(Message::kafkaKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
