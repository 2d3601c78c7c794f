package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where messages carry what joins and routes them: the correlation id as they say themselves, the return address as the
 * operations say whose requests they are.
 */
final class MessagePlaces {

    private final PlacePlanner places;
    private final List<Diagnostic> diagnostics;
    /** By the node of the message, since several references lead to one. */
    private final IdentityHashMap<Object, Reply> replies = new IdentityHashMap<>();

    private MessagePlaces(List<Diagnostic> diagnostics) {
        this.places = new PlacePlanner(diagnostics);
        this.diagnostics = diagnostics;
    }

    static MessagePlaces of(AsyncApiDocument document, List<Diagnostic> diagnostics) {
        MessagePlaces found = new MessagePlaces(diagnostics);
        document.operations().values().forEach(found::add);
        return found;
    }

    private void add(Operation operation) {
        Reply reply = operation.reply();
        if (reply == null || reply.addressLocation() == null) {
            return;
        }
        for (Message request : operation.messages()) {
            Reply former = replies.putIfAbsent(request.node(), reply);
            if (former != null && !reply.addressLocation().equals(former.addressLocation())) {
                diagnostics.add(Diagnostic.warning(
                                "codegen-reply-address-ambiguous",
                                "Message '" + request.name() + "' carries its reply address at '"
                                        + former.addressLocation() + "' in one operation, and at '"
                                        + reply.addressLocation() + "' in operation '" + operation.name()
                                        + "': the first is used in both",
                                reply.locationOf("address"),
                                reply.pointer(),
                                "Let both operations name one location, or give them messages of their own.")
                        .withRelated(former.locationOf("address"), "the first location"));
            }
        }
    }

    /** @param marks headers that always say the same */
    Optional<PlacePlan> correlationId(Message message, Map<String, String> marks) {
        return Optional.ofNullable(message.correlationIdLocation())
                .flatMap(expression -> places.of(
                        message,
                        expression,
                        marks,
                        "correlation id",
                        OwnHeaders.CORRELATION_ID,
                        message.locationOf("correlationId")));
    }

    /**
     * Where a request says who waits for the reply.
     *
     * @param marks headers that always say the same
     * @param correlationId where that of the message is: one place has one value
     */
    Optional<PlacePlan> replyTo(Message message, Map<String, String> marks, @Nullable PlacePlan correlationId) {
        Reply reply = replies.get(message.node());
        if (reply == null) {
            return Optional.empty();
        }
        Optional<PlacePlan> place = places.of(
                message,
                String.valueOf(reply.addressLocation()),
                marks,
                "reply address",
                OwnHeaders.REPLY_TO,
                reply.locationOf("address"));
        if (place.isPresent() && place.get().equals(correlationId)) {
            diagnostics.add(taken(message, reply));
            return Optional.empty();
        }
        return place;
    }

    private static Diagnostic taken(Message message, Reply reply) {
        return Diagnostic.warning(
                        "codegen-location-taken",
                        "The reply address of message '" + message.name() + "' cannot be carried at '"
                                + reply.addressLocation() + "': the correlation id is there. It travels in the header '"
                                + OwnHeaders.REPLY_TO + "'",
                        reply.locationOf("address"),
                        reply.pointer(),
                        "Point to another header or field for one of them.")
                .withRelated(message.locationOf("correlationId"), "the correlation id");
    }

    /** The names of those that are headers. */
    static Set<String> headers(@Nullable PlacePlan... places) {
        Set<String> names = new HashSet<>();
        for (PlacePlan place : places) {
            if (place instanceof PlacePlan.Header header) {
                names.add(header.name());
            }
        }
        return names;
    }
}
