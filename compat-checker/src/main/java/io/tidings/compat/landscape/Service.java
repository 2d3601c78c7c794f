package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One who sends and receives.
 *
 * @param name told apart from all others
 * @param document what it says of itself; or, for a counterpart, what the service says that it talks to
 * @param counterpart whether it does the other side of each operation
 * @param shown how its places are called in reports: a document from git is read from elsewhere
 */
public record Service(String name, AsyncApiDocument document, boolean counterpart, UnaryOperator<Location> shown) {

    /** The service that a document describes. */
    static Service of(String name, AsyncApiDocument document) {
        return new Service(name, document, false, UnaryOperator.identity());
    }

    /** The file of its document, as reports call it. */
    public String file() {
        return at(document.location()).file();
    }

    public String version() {
        return document.info().version();
    }

    /** A place in its document, as reports call it. */
    Location at(Location place) {
        return shown.apply(place);
    }

    boolean is(Service other) {
        return name.equals(other.name);
    }

    /** What it does with channels, in the order of the document. On the channel of a reply the roles are exchanged. */
    List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (Operation operation : document.operations().values()) {
            var action = counterpart ? operation.action().inverse() : operation.action();
            uses.add(new Use(this, operation, action, operation.channel(), operation.messages(), Use.Part.DIRECT));
            Reply reply = operation.reply();
            if (reply != null && reply.channel() != null) {
                uses.add(new Use(this, operation, action.inverse(), reply.channel(), reply.messages(), Use.Part.REPLY));
            }
        }
        return uses;
    }
}
