package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.codegen.plan.NameScope.Claimant;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Plans the replicas that receive operations declare. */
final class ReplicaPlanner {

    private final PlanSettings settings;
    private final NameScope classes;
    private final JavaName type;
    private final ChannelPlanner channels;
    private final List<Diagnostic> diagnostics;
    private final NameScope members;
    private final List<Replica> replicas = new ArrayList<>();

    ReplicaPlanner(
            PlanSettings settings,
            NameScope classes,
            JavaName type,
            ChannelPlanner channels,
            List<Diagnostic> diagnostics) {
        this.settings = settings;
        this.classes = classes;
        this.type = type;
        this.channels = channels;
        this.diagnostics = diagnostics;
        this.members = new NameScope(diagnostics);
        for (String method : List.of("start", "awaitReady", "close", "ready", "replication")) {
            members.reserve(method, "method '" + method + "'");
        }
    }

    /** What was added; empty if nothing was. */
    Optional<ReplicasPlan> plan() {
        return replicas.isEmpty() ? Optional.empty() : Optional.of(new ReplicasPlan(type, replicas));
    }

    /** Adds an operation's replica. */
    void add(Operation operation, ReplicaDeclaration declaration) {
        Optional<ChannelPlan> channel = channels.fixed(operation.channel(), "a replica");
        if (channel.isEmpty()) {
            return; // which has been said of the channel
        }
        if (channel.get().key().framed()) {
            refuse(
                    declaration,
                    "view",
                    "the keys of channel '" + operation.channel().name()
                            + "' bear their schema's id, and each new version of it would be another row",
                    "Publish bare keys for those who replicate.");
            return;
        }
        if (!channel.get().key().present()) {
            refuse(
                    declaration,
                    "view",
                    "channel '" + operation.channel().name() + "' has no keys to keep rows by",
                    "Declare 'bindings.kafka.key' on its messages.");
            return;
        }
        if (operation.messages().size() != 1
                || !(operation.messages().get(0).payload() instanceof MessageSchema.Avro payload)
                || payload.schema().getType() != Schema.Type.RECORD) {
            refuse(
                    declaration,
                    "view",
                    "operation '" + operation.name() + "' must receive exactly one kind of message,"
                            + " an Avro record",
                    "Name it in the operation's 'messages'.");
            return;
        }
        List<Schema.Field> fields = ViewProjection.fields(declaration, payload.schema(), diagnostics);
        if (!fields.isEmpty()) {
            replicas.add(plan(operation, declaration, channel.get(), payload.schema(), fields));
        }
    }

    private Replica plan(
            Operation operation,
            ReplicaDeclaration declaration,
            ChannelPlan channel,
            Schema payload,
            List<Schema.Field> fields) {
        JavaWords words = JavaWords.of(declaration.view());
        Claimant claimant = Claimant.of("view", declaration.view(), declaration);
        String viewType = classes.claim(words.pascal(), claimant);
        String accessor = members.claim(words.camel(), claimant);
        Message message = operation.messages().get(0);
        return new Replica(
                JavaWords.of(accessor).constant(),
                accessor,
                declaration.view(),
                channel,
                message.name(),
                new JavaName(settings.packageName(), viewType),
                ViewProjection.schema(payload, new JavaName(settings.packageName(), viewType), fields),
                declaration.versionField(),
                declaration.deletes(),
                declaration.store(),
                Documentation.of(operation.title(), operation.summary(), operation.description()));
    }

    private void refuse(ReplicaDeclaration declaration, String field, String why, String hint) {
        diagnostics.add(Diagnostic.error(
                "codegen-replica-impossible",
                "View '" + declaration.view() + "' cannot be replicated: " + why,
                declaration.locationOf(field),
                declaration.pointer(),
                hint));
    }
}
