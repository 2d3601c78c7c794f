package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.ReplicaDeclaration.Deletes;
import io.tidings.codegen.plan.NameScope.Claimant;
import io.tidings.codegen.plan.ReplicasPlan.Effect;
import io.tidings.codegen.plan.ReplicasPlan.Feed;
import io.tidings.codegen.plan.ReplicasPlan.Index;
import io.tidings.codegen.plan.ReplicasPlan.Join;
import io.tidings.codegen.plan.ReplicasPlan.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Plans the views that receive operations feed. What the document's rules refuse does not come here. */
final class ReplicaPlanner {

    /** Members of the class that runs them all. */
    private static final List<String> METHODS =
            List.of("start", "awaitReady", "close", "ready", "replication", "sqlSchema", "configuration", "options");

    /** So long the runtime lets the name of an index be. */
    private static final int LONGEST_INDEX = 63;

    private final PlanSettings settings;
    private final NameScope classes;
    private final ChannelPlanner channels;
    private final MessagePlanner messages;
    private final AvroTypes types;
    private final List<Diagnostic> diagnostics;
    private final NameScope members;

    ReplicaPlanner(
            PlanSettings settings,
            NameScope classes,
            ChannelPlanner channels,
            MessagePlanner messages,
            AvroTypes types,
            List<Diagnostic> diagnostics) {
        this.settings = settings;
        this.classes = classes;
        this.channels = channels;
        this.messages = messages;
        this.types = types;
        this.diagnostics = diagnostics;
        this.members = new NameScope(diagnostics);
        METHODS.forEach(method -> members.reserve(method, "method '" + method + "'"));
    }

    /** The class of all that the document declares; empty if it declares none, or this is not the side that keeps them. */
    Optional<ReplicasPlan> plan(AsyncApiDocument document, JavaName type) {
        List<Replica> replicas = new ArrayList<>();
        for (DeclaredView view :
                settings.role() == Role.APPLICATION ? DeclaredView.of(document) : List.<DeclaredView>of()) {
            DeclaredRow.of(view).flatMap(row -> plan(view, row)).ifPresent(replicas::add);
        }
        Set<String> kept = replicas.stream().map(Replica::view).collect(Collectors.toSet());
        List<Replica> joined =
                replicas.stream().map(replica -> joinedWith(kept, replica)).toList();
        return joined.isEmpty() ? Optional.empty() : Optional.of(new ReplicasPlan(type, joined));
    }

    private Optional<Replica> plan(DeclaredView view, DeclaredRow row) {
        List<Feed> feeds = new ArrayList<>();
        NameScope methods = new NameScope(diagnostics);
        methods.reserve("revision", "method 'revision'");
        for (DeclaredView.Feed feed : view.feeds()) {
            Optional<ChannelPlan> channel = channels.fixed(feed.operation().channel(), "a replica");
            if (channel.isEmpty()) {
                return Optional.empty(); // which has been said of the channel
            }
            for (Message message : feed.operation().messages()) {
                Optional<MessagePlan> kind = messages.of(message);
                if (kind.isEmpty()) {
                    cannotEnd(view, feed.replica(), message);
                    return Optional.empty();
                }
                feeds.add(feed(feed, channel.get(), message, kind.get(), row, methods));
            }
        }
        return Optional.of(replica(view, row, feeds));
    }

    private Replica replica(DeclaredView view, DeclaredRow row, List<Feed> feeds) {
        ReplicaDeclaration declaration = view.feeds().get(0).replica();
        JavaWords words = JavaWords.of(view.name());
        Claimant claimant = Claimant.of("view", view.name(), declaration);
        boolean folded = feeds.stream().anyMatch(feed -> feed.effect() == Effect.FOLDED);
        String stem = classes.claim(
                words.pascal(), folded ? List.of("", "Replica", "Fold") : List.of("", "Replica"), claimant);
        String accessor = members.claim(words.camel(), claimant);
        Schema schema = ViewProjection.schema(row, new JavaName(settings.packageName(), stem), view);
        types.addView(schema);
        Schema asClass = types.asClass(schema);
        NameScope queries = queries(claimant);
        return new Replica(
                JavaWords.of(accessor).constant(),
                accessor,
                view.name(),
                feeds.get(0).channel().key(),
                new JavaName(settings.packageName(), stem + "Replica"),
                new JavaName(settings.packageName(), stem),
                schema,
                feeds,
                folded ? new JavaName(settings.packageName(), stem + "Fold") : null,
                view.store(),
                view.whole(),
                view.failAfter(),
                view.indexes().stream()
                        .map(index -> index(index, asClass, queries, claimant))
                        .toList(),
                view.joins().stream()
                        .map(join -> join(join, asClass, queries, claimant))
                        .toList(),
                documentation(view));
    }

    private Feed feed(
            DeclaredView.Feed feed,
            ChannelPlan channel,
            Message message,
            MessagePlan kind,
            DeclaredRow row,
            NameScope methods) {
        ReplicaDeclaration declaration = feed.replica();
        var ending = declaration.deleteMessage();
        if (ending != null && ending.is(message)) {
            return new Feed(channel, kind, Effect.DELETED, ending.versionField(), false, Optional.empty());
        }
        String version = declaration.versionField();
        boolean tombstones = declaration.deletes() == Deletes.TOMBSTONE;
        if (declaration.folded()) {
            String method = methods.claim(
                    JavaWords.of(kind.codeName()).camel(), Claimant.of("message", message.name(), message));
            return new Feed(channel, kind, Effect.FOLDED, version, tombstones, Optional.of(method));
        }
        return new Feed(channel, kind, Effect.ROW, inRow(version, row), tombstones, Optional.empty());
    }

    /** Messages are read as rows at once, in which a field may have another name. */
    private static @Nullable String inRow(@Nullable String version, DeclaredRow row) {
        return version == null
                ? null
                : row.named(version).map(Schema.Field::name).orElse(version);
    }

    private NameScope queries(Claimant claimant) {
        NameScope names = new NameScope(diagnostics);
        List.of("get", "range", "all", "rows", "freshness", "by", "with", "notify", "wait", "VIEW")
                .forEach(method -> names.reserve(method, claimant.label()));
        return names;
    }

    private Index index(ReplicaDeclaration.Index index, Schema row, NameScope queries, Claimant claimant) {
        JavaWords words = JavaWords.of(index.name());
        String method = queries.follow("by" + words.pascal(), List.of(""), claimant);
        NameScope parameters = new NameScope(diagnostics);
        List<RowPart> parts = index.fields().stream()
                .map(name -> RowPart.of(row, row.getField(name), settings.records())
                        .named(parameter -> parameters.follow(parameter, List.of(""), claimant)))
                .toList();
        return new Index(
                JavaWords.of(method).constant(),
                method,
                NameScope.fitting(words.camel().replace('$', '_'), LONGEST_INDEX),
                parts);
    }

    private Join join(ReplicaDeclaration.Join join, Schema row, NameScope queries, Claimant claimant) {
        String method = queries.follow("with" + JavaWords.of(join.as()).pascal(), List.of(""), claimant);
        return new Join(
                method,
                join.view(),
                join.field() == null ? null : RowPart.of(row, row.getField(join.field()), settings.records()));
    }

    /** A view that is left out leaves its joins out. */
    private static Replica joinedWith(Set<String> kept, Replica replica) {
        List<Join> joins = replica.joins().stream()
                .filter(join -> kept.contains(join.view()))
                .toList();
        return replica.with(joins);
    }

    private void cannotEnd(DeclaredView view, ReplicaDeclaration declaration, Message message) {
        diagnostics.add(Diagnostic.error(
                "codegen-replica-impossible",
                "View '" + view.name() + "' cannot be replicated: no class is generated for message '" + message.name()
                        + "'",
                declaration.locationOf("deletes"),
                declaration.pointer(),
                "Describe its payload as an Avro record."));
    }

    private static Documentation documentation(DeclaredView view) {
        Operation operation = view.feeds().get(0).operation();
        return Documentation.of(operation.title(), operation.summary(), operation.description());
    }
}
