package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Delivery;
import io.tidings.asyncapi.model.OperationExtension.Style;
import io.tidings.asyncapi.model.Reply;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.NameScope.Claimant;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.GatherMethods;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans the operations: what each becomes for the chosen role, and what its classes are called. */
final class OperationPlanner {

    private static final String AND_WAIT = "AndWait";

    private final AsyncApiDocument document;
    private final PlanSettings settings;
    private final NameScope classes;
    private final ChannelPlanner channels;
    private final MessagePlanner messages;
    private final List<Diagnostic> diagnostics;
    private final List<OperationPlan> planned = new ArrayList<>();

    OperationPlanner(
            AsyncApiDocument document,
            PlanSettings settings,
            NameScope classes,
            ChannelPlanner channels,
            MessagePlanner messages,
            List<Diagnostic> diagnostics) {
        this.document = document;
        this.settings = settings;
        this.classes = classes;
        this.channels = channels;
        this.messages = messages;
        this.diagnostics = diagnostics;
    }

    List<OperationPlan> plan() {
        document.operations().values().forEach(this::plan);
        return planned;
    }

    private void plan(Operation operation) {
        boolean ours = settings.role() == Role.APPLICATION;
        Action action = ours ? operation.action() : operation.action().inverse();
        if (ours && action == Action.RECEIVE && operation.extension().replica() != null) {
            return; // which a view is planned for
        }
        Optional<ChannelPlan> channel = channels.of(operation.channel());
        List<MessagePlan> kinds = kinds(operation.messages());
        if (channel.isEmpty() || kinds.isEmpty()) {
            leaveOut(operation, channel.isEmpty() ? "its channel is not" : "none of its messages is");
        } else if (operation.reply() != null) {
            planWithReply(operation, operation.reply(), action, channel.get(), kinds);
        } else if (action == Action.SEND) {
            planned.add(publisher(operation, channel.get(), kinds));
        } else {
            String stem = stem(operation, List.of("Handler", "Subscriber", "Message"));
            MessageChoice choice = choice(stem + "Message", operation.messages(), kinds);
            planned.add(new Subscriber(
                    operation.name(),
                    inPackage(stem + "Handler"),
                    inPackage(stem + "Subscriber"),
                    channel.get(),
                    choice,
                    shared(operation) ? sharedGroup(operation) : group(operation),
                    shared(operation),
                    false,
                    documentation(operation)));
        }
    }

    private static boolean shared(Operation operation) {
        return operation.extension().delivery() == Delivery.SHARED;
    }

    private Publisher publisher(Operation operation, ChannelPlan channel, List<MessagePlan> kinds) {
        boolean command = operation.extension().style() == Style.COMMAND;
        boolean single = operation.messages().size() == 1;
        String does = command ? (single ? "send" : "notify") : "publish";
        MethodNames names = new MethodNames(operation, diagnostics);
        List<SendMethod> methods = kinds.stream()
                .map(kind -> new SendMethod(does + names.of(kind, does, List.of("")), kind))
                .toList();
        String suffix = command ? "Notifier" : "Publisher";
        String stem = stem(operation, List.of(suffix));
        return new Publisher(
                operation.name(),
                inPackage(stem + suffix),
                channel,
                methods,
                command,
                channel.compacted() && !command && channel.key().present() ? kinds.get(0) : null,
                documentation(operation));
    }

    private void planWithReply(
            Operation operation, Reply reply, Action action, ChannelPlan channel, List<MessagePlan> kinds) {
        Optional<ChannelPlan> replyChannel =
                Optional.ofNullable(reply.channel()).flatMap(channels::ofReplies);
        List<MessagePlan> replyKinds = kinds(reply.messages());
        if (replyChannel.isEmpty() || replyKinds.isEmpty()) {
            leaveOut(operation, replyChannel.isEmpty() ? "no channel for its replies is" : "none of its replies is");
            return;
        }
        boolean gather = operation.extension().style() == Style.GATHER;
        if (action == Action.SEND && gather) {
            planned.add(gatherer(operation, reply, channel, kinds, replyChannel.get(), replyKinds));
        } else if (action == Action.SEND) {
            planRequestor(operation, reply, channel, kinds, replyChannel.get(), replyKinds);
        } else {
            reply.messages().forEach(this::reportHeaders);
            String stem = stem(operation, List.of("Handler", "Replier", "Message", "Reply"));
            planned.add(new Replier(
                    operation.name(),
                    inPackage(stem + "Handler"),
                    inPackage(stem + "Replier"),
                    channel,
                    choice(stem + "Message", operation.messages(), kinds),
                    replyChannel.get(),
                    choice(stem + "Reply", reply.messages(), replyKinds),
                    gather,
                    shared(operation) ? sharedGroup(operation) : group(operation),
                    shared(operation),
                    documentation(operation)));
        }
    }

    private Gatherer gatherer(
            Operation operation,
            Reply reply,
            ChannelPlan channel,
            List<MessagePlan> kinds,
            ChannelPlan replyChannel,
            List<MessagePlan> replyKinds) {
        String stem = stem(operation, List.of("Gatherer", "Reply"));
        MethodNames names = new MethodNames(operation, diagnostics);
        List<GatherMethods> methods = kinds.stream()
                .map(kind -> gatherMethods(names.of(kind, "gather", List.of("", AND_WAIT)), kind))
                .toList();
        return new Gatherer(
                operation.name(),
                inPackage(stem + "Gatherer"),
                channel,
                methods,
                replyChannel,
                choice(stem + "Reply", reply.messages(), replyKinds),
                documentation(operation));
    }

    private static GatherMethods gatherMethods(String name, MessagePlan kind) {
        return new GatherMethods("gather" + name, "gather" + name + AND_WAIT, kind);
    }

    private void planRequestor(
            Operation operation,
            Reply reply,
            ChannelPlan channel,
            List<MessagePlan> kinds,
            ChannelPlan replyChannel,
            List<MessagePlan> replyKinds) {
        String stem =
                stem(operation, List.of("Requestor", "PendingRequestor", "Reply", "ReplyHandler", "ReplySubscriber"));
        MessageChoice replies = choice(stem + "Reply", reply.messages(), replyKinds);
        MethodNames names = new MethodNames(operation, diagnostics);
        List<AskMethods> methods = kinds.stream()
                .map(kind -> askMethods(names.of(kind, "request", List.of("", AND_WAIT)), kind))
                .toList();
        planned.add(new Requestor(
                operation.name(),
                inPackage(stem + "Requestor"),
                inPackage(stem + "PendingRequestor"),
                channel,
                methods,
                replyChannel,
                replies,
                documentation(operation)));
        planned.add(new Subscriber(
                operation.name(),
                inPackage(stem + "ReplyHandler"),
                inPackage(stem + "ReplySubscriber"),
                replyChannel,
                replies,
                group(operation),
                false,
                true,
                documentation(operation)));
    }

    private static AskMethods askMethods(String name, MessagePlan kind) {
        return new AskMethods("request" + name, "request" + name + AND_WAIT, "ask" + name, kind);
    }

    private List<MessagePlan> kinds(List<Message> named) {
        return named.stream()
                .map(messages::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** A sealed interface, unless the document names one kind: also where other kinds are named but not generated. */
    private MessageChoice choice(String unionName, List<Message> named, List<MessagePlan> kinds) {
        if (named.size() == 1) {
            return new MessageChoice(null, List.of(new Variant(kinds.get(0), "", "")));
        }
        return new MessageChoice(inPackage(unionName), Variants.of(unionName, kinds));
    }

    private String stem(Operation operation, List<String> suffixes) {
        String chosen = operation.extension().name();
        String written = chosen != null ? chosen : operation.name();
        return classes.claim(
                JavaWords.of(written).pascal(),
                suffixes,
                new Claimant("operation '" + operation.name() + "'", written, operation));
    }

    /** The binding speaks of the application's own group; others must not join it. */
    private String group(Operation operation) {
        String bound = boundGroup(operation);
        return bound != null ? bound : ownGroup();
    }

    /** A broker refuses one name for both kinds of group, and a document may have operations of both. */
    private String sharedGroup(Operation operation) {
        String bound = boundGroup(operation);
        return bound != null ? bound : ownGroup() + "-shared";
    }

    private String ownGroup() {
        return settings.group() != null
                ? settings.group()
                : JavaWords.of(document.info().title()).kebab();
    }

    private @Nullable String boundGroup(Operation operation) {
        return settings.group() == null && settings.role() == Role.APPLICATION ? operation.groupId() : null;
    }

    private static Documentation documentation(Operation operation) {
        return Documentation.of(operation.title(), operation.summary(), operation.description());
    }

    /** A handler returns the payload of its reply, and nothing beside. */
    private void reportHeaders(Message reply) {
        messages.of(reply)
                .map(MessagePlan::headers)
                .ifPresent(headers -> diagnostics.add(Diagnostic.warning(
                        "codegen-reply-headers-not-sent",
                        "Repliers send message '" + reply.name() + "' without "
                                + headers.headers().stream()
                                        .map(header -> "'" + header.name() + "'")
                                        .collect(Collectors.joining(", "))
                                + ": a handler returns the payload of its reply alone",
                        reply.locationOf("headers"),
                        reply.pointer(),
                        "Move what they say to the payload, or send the reply with 'Replying.reply' and options.")));
    }

    private void leaveOut(Operation operation, String why) {
        diagnostics.add(Diagnostic.warning(
                "codegen-operation-not-generated",
                "Nothing is generated for operation '" + operation.name() + "': " + why + " generated",
                operation.location(),
                operation.pointer(),
                null));
    }

    private JavaName inPackage(String simpleName) {
        return new JavaName(settings.packageName(), simpleName);
    }
}
