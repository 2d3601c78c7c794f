package io.tidings.codegen.plan;

import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The class that runs all replicas of a document. */
public record ReplicasPlan(JavaName type, List<Replica> replicas) {

    public ReplicasPlan {
        replicas = List.copyOf(replicas);
    }

    /** Whether rows are kept in the service's database, which the caller has to give. */
    public boolean sql() {
        return replicas.stream().anyMatch(replica -> replica.store() == Store.SQL);
    }

    /** Those whose rows are made by folds, which the caller has to give. */
    public List<Replica> folded() {
        return replicas.stream().filter(replica -> replica.fold() != null).toList();
    }

    /** The replica of a view. */
    public Replica of(String view) {
        return replicas.stream()
                .filter(replica -> replica.view().equals(view))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A local copy of another service's data.
     *
     * @param constant its definition
     * @param accessor the method that gives its view
     * @param view what it is called
     * @param key what its rows are kept by
     * @param queries the class that it is asked by
     * @param row the record class of its entries
     * @param rowSchema what is kept of payloads, which are its aliases; or a record of its own
     * @param fold the interface of what makes rows in Java; null where schema resolution does
     * @param whole whether each instance has all rows
     * @param failAfter how old it may be and still be asked; null for ever
     */
    public record Replica(
            String constant,
            String accessor,
            String view,
            KeyPlan key,
            JavaName queries,
            JavaName row,
            Schema rowSchema,
            List<Feed> feeds,
            @Nullable JavaName fold,
            Store store,
            boolean whole,
            @Nullable Duration failAfter,
            List<Index> indexes,
            List<Join> joins,
            Documentation documentation) {

        public Replica {
            feeds = List.copyOf(feeds);
            indexes = List.copyOf(indexes);
            joins = List.copyOf(joins);
        }

        /** The same with other joins. */
        Replica with(List<Join> others) {
            return new Replica(
                    constant,
                    accessor,
                    view,
                    key,
                    queries,
                    row,
                    rowSchema,
                    feeds,
                    fold,
                    store,
                    whole,
                    failAfter,
                    indexes,
                    others,
                    documentation);
        }

        /** Those that are folded. */
        public List<Feed> folds() {
            return feeds.stream().filter(feed -> feed.effect() == Effect.FOLDED).toList();
        }
    }

    /** What a message does to its row. */
    public enum Effect {
        ROW,
        FOLDED,
        DELETED
    }

    /**
     * A kind of message on a channel.
     *
     * @param versionField null where the version is the message's entity-version header
     * @param tombstones whether the channel has them
     * @param method of the fold; empty where it is not folded
     */
    public record Feed(
            ChannelPlan channel,
            MessagePlan message,
            Effect effect,
            @Nullable String versionField,
            boolean tombstones,
            Optional<String> method) {}

    /**
     * What rows are found by.
     *
     * @param constant in the class of queries
     * @param method the query
     * @param name as it is kept
     */
    public record Index(String constant, String method, String name, List<RowPart> parts) {
        public Index {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Another view whose rows are read together with this one's.
     *
     * @param method in the class of queries
     * @param view the other's name
     * @param foreignKey the field of this view's rows that holds the other's key; null where both have the same
     */
    public record Join(String method, String view, @Nullable RowPart foreignKey) {}
}
