package io.tidings.codegen.plan;

import io.tidings.asyncapi.model.ReplicaDeclaration.Deletes;
import io.tidings.asyncapi.model.ReplicaDeclaration.Store;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The class that runs all replicas of a document. */
public record ReplicasPlan(JavaName type, List<Replica> replicas) {

    public ReplicasPlan {
        replicas = List.copyOf(replicas);
    }

    /**
     * A local copy of another service's data.
     *
     * @param constant its definition
     * @param accessor the method that gives its view
     * @param view what it is called
     * @param messageName the kind of message that feeds it
     * @param viewType the record class of its entries
     * @param viewSchema the payload's record reduced to the declared fields, an alias of it
     * @param versionField null where the version is the message's entity-version header
     */
    public record Replica(
            String constant,
            String accessor,
            String view,
            ChannelPlan channel,
            String messageName,
            JavaName viewType,
            Schema viewSchema,
            @Nullable String versionField,
            Deletes deletes,
            Store store,
            Documentation documentation) {}
}
