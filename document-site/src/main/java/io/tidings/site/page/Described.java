package io.tidings.site.page;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Server;
import io.tidings.site.html.Anchors;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document, and where its page tells of what. Ids are given in the order of the document, whoever asks first. */
final class Described {
    private final AsyncApiDocument document;
    private final Anchors anchors = new Anchors();
    private final IdentityHashMap<Object, Message> messages = new IdentityHashMap<>();
    private final List<Message> inOrder = new ArrayList<>();

    Described(AsyncApiDocument document) {
        this.document = document;
        document.servers().values().forEach(this::id);
        document.channels().values().forEach(this::id);
        document.operations().values().forEach(this::id);
        document.channels()
                .values()
                .forEach(channel -> channel.messages().values().forEach(this::meet));
        document.operations().values().forEach(operation -> {
            operation.messages().forEach(this::meet);
            if (operation.reply() != null) {
                operation.reply().messages().forEach(this::meet);
            }
        });
    }

    private void meet(Message message) {
        if (messages.putIfAbsent(message.node(), message) == null) {
            inOrder.add(message);
            id(message);
        }
    }

    AsyncApiDocument document() {
        return document;
    }

    Links links() {
        return document.links();
    }

    /** What channels and operations carry, each once however many channels carry it. */
    List<Message> messages() {
        return inOrder;
    }

    /** The name of the application, which is what its page is called by. */
    String title() {
        return document.info().title().isBlank() ? "Untitled" : document.info().title();
    }

    String id(Server server) {
        return anchors.of("server", server.name(), server);
    }

    String id(Channel channel) {
        return anchors.of("channel", channel.name(), channel);
    }

    String id(Operation operation) {
        return anchors.of("operation", operation.name(), operation);
    }

    String id(Message message) {
        return anchors.of("message", message.name(), message.node());
    }

    /** The id of anything else, told apart by identity. */
    String id(String kind, String name, Object thing) {
        return anchors.of(kind, name, thing);
    }

    Html link(Channel channel) {
        String address = channel.address();
        return linkTo(id(channel), address == null ? channel.name() : address);
    }

    Html link(Message message) {
        return linkTo(id(message), message.name());
    }

    Html link(Operation operation) {
        return linkTo(id(operation), operation.name());
    }

    private static Html linkTo(String id, String name) {
        return Html.tag("a").attribute("href", "#" + id).add(Html.tag("code").text(name));
    }

    /** Whether they are one: the model keeps what was one thing one object. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(@Nullable Channel a, Channel b) {
        return a == b;
    }

    /** The operations on a channel, those whose replies it takes among them. */
    List<Operation> operationsOn(Channel channel) {
        return document.operations().values().stream()
                .filter(operation -> same(operation.channel(), channel)
                        || (operation.reply() != null && same(operation.reply().channel(), channel)))
                .toList();
    }

    /** The channels that carry a message. */
    List<Channel> channelsOf(Message message) {
        return document.channels().values().stream()
                .filter(channel -> channel.messages().values().stream().anyMatch(held -> id(held).equals(id(message))))
                .toList();
    }
}
