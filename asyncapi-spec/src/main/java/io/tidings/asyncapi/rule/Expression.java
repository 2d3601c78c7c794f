package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.schema.Presence;
import io.tidings.asyncapi.schema.Sighting;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Pointers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runtime expression (AsyncAPI 3.0, "Runtime Expression"), where it is written.
 *
 * @param node what is written
 * @param use what the value is for
 * @param messages those it is read from
 */
record Expression(Node node, Use use, List<Message> messages) {
    private static final String HEADER = "$message.header";
    private static final String PAYLOAD = "$message.payload";

    /** What the value is for. */
    enum Use {
        CORRELATION("a correlation id", "a message without it cannot be correlated"),
        REPLY_ADDRESS("a reply address", "a request without it cannot be answered"),
        PARAMETER("a parameter", "a message without it does not show the parameter");

        final String title;
        final String loss;

        Use(String title, String loss) {
            this.title = title;
            this.loss = loss;
        }
    }

    /** What the schema of one of the messages says. */
    record Seen(Message message, Sighting sighting) {
        boolean is(Presence presence) {
            return sighting.presence() == presence;
        }

        boolean isLacking() {
            return is(Presence.NEVER) || is(Presence.UNDECLARED);
        }

        boolean isThere() {
            return is(Presence.ALWAYS) || is(Presence.SOMETIMES);
        }
    }

    /** What the schemas of all messages come to. */
    enum Verdict {
        /** None can have the field. */
        HOPELESS,
        /** At least one does not declare it. */
        LACKING,
        /** Some messages may come without it. */
        OPTIONAL,
        /** Nothing is to be said. */
        FINE
    }

    String text() {
        return node.text().orElse("");
    }

    boolean wellFormed() {
        String rest = ofHeader() || text().startsWith(PAYLOAD) ? text().substring(source().length()) : "?";
        if (rest.isEmpty() || rest.equals("#")) {
            return true;
        }
        // A tilde begins an escape, of which there are two.
        return rest.startsWith("#/")
                && !rest.replace("~0", "").replace("~1", "").contains("~");
    }

    /** Whether it reads a header rather than the payload. */
    boolean ofHeader() {
        return text().startsWith(HEADER);
    }

    private String source() {
        return ofHeader() ? HEADER : PAYLOAD;
    }

    List<String> tokens() {
        String rest = text().substring(source().length());
        return Pointers.tokens(rest.isEmpty() ? rest : rest.substring(1));
    }

    /** What the schemas of the messages say, of those that have one. */
    List<Seen> seen(Subject subject) {
        List<Seen> seen = new ArrayList<>();
        for (Message message : messages) {
            MessageSchema schema = schema(message, ofHeader());
            if (schema != null) {
                seen.add(new Seen(message, subject.schemas().find(schema, tokens())));
            }
        }
        return seen;
    }

    /** Parameters are in the address as well, and a channel carries messages of all kinds: one that tells is enough. */
    Verdict verdict(List<Seen> all) {
        boolean lacking = all.stream().anyMatch(Seen::isLacking);
        if (lacking && use == Use.PARAMETER) {
            return all.stream().anyMatch(Seen::isThere) ? Verdict.OPTIONAL : Verdict.LACKING;
        }
        if (lacking) {
            // A message without a schema may have anything.
            boolean hopeless = all.size() == messages.size() && all.stream().allMatch(seen -> seen.is(Presence.NEVER));
            return hopeless ? Verdict.HOPELESS : Verdict.LACKING;
        }
        return all.stream().anyMatch(seen -> seen.is(Presence.SOMETIMES)) ? Verdict.OPTIONAL : Verdict.FINE;
    }

    /** Where the value is looked for, in the words of the user. */
    String holder(Message message) {
        return "the " + (ofHeader() ? "headers" : "payload") + " of the message '" + message.name() + "'";
    }

    /** The path to what decides: {@code 'user/id'}. */
    String path(Sighting sighting) {
        List<String> tokens = tokens();
        return "'" + String.join("/", tokens.subList(0, Math.min(sighting.depth() + 1, tokens.size()))) + "'";
    }

    /** The same expression with headers and payload exchanged, where that finds something. */
    @Nullable String exchanged(Subject subject, Message message) {
        MessageSchema other = schema(message, !ofHeader());
        if (other == null) {
            return null;
        }
        Presence there = subject.schemas().find(other, tokens()).presence();
        return there == Presence.ALWAYS || there == Presence.SOMETIMES
                ? (ofHeader() ? PAYLOAD : HEADER) + text().substring(source().length())
                : null;
    }

    private static @Nullable MessageSchema schema(Message message, boolean header) {
        return header ? message.headers() : message.payload();
    }
}
