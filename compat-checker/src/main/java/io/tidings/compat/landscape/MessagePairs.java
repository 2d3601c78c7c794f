package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which of the receiver's messages each of the sender's is: by the full name of the record, which is what travels, then by
 * alias and simple name, and only then by the name in the documents.
 *
 * @param pairs in the order of the sender
 * @param unknown those that the receiver's channel does not have at all
 * @param unsent those that the receiver handles and this sender does not send
 */
record MessagePairs(List<MessagePair> pairs, List<Message> unknown, List<Message> unsent) {

    private static final List<BiPredicate<Message, Message>> ROUNDS = List.of(
            (sent, received) -> sameRecord(sent, received) && sent.name().equals(received.name()),
            MessagePairs::sameRecord,
            (sent, received) -> aliased(sent, received),
            (sent, received) -> record(sent) != null && Objects.equals(simple(sent), simple(received)),
            (sent, received) -> sent.name().equals(received.name()),
            (sent, received) -> sent.key().equals(received.key()));

    static MessagePairs of(Link link) {
        List<Message> sent = link.sender().messages();
        List<Message> handled = link.receiver().messages();
        List<Message> open = new ArrayList<>(handled);
        List<Message> missing = new ArrayList<>(sent);
        List<MessagePair> pairs = new ArrayList<>();
        for (BiPredicate<Message, Message> round : ROUNDS) {
            for (Message message : List.copyOf(missing)) {
                Optional<Message> partner = first(open, message, round);
                partner.ifPresent(received -> {
                    pairs.add(new MessagePair(link, message, received));
                    open.remove(received);
                    missing.remove(message);
                });
            }
        }
        boolean onlyOne = sent.size() == 1 && handled.size() == 1 && pairs.isEmpty();
        if (onlyOne) {
            // Nothing tells them apart: the receiver takes what comes for what it knows.
            pairs.add(new MessagePair(link, sent.get(0), handled.get(0)));
            open.clear();
            missing.clear();
        }
        pairs.sort((one, other) -> Integer.compare(index(sent, one.sent()), index(sent, other.sent())));
        Collection<Message> known = link.receiver().channel().messages().values();
        List<Message> unknown = missing.stream()
                .filter(message -> ROUNDS.stream()
                        .noneMatch(round -> first(known, message, round).isPresent()))
                .toList();
        return new MessagePairs(List.copyOf(pairs), unknown, List.copyOf(open));
    }

    /** Whether a message of one document is one of another, as far as its names tell. */
    static boolean same(Message one, Message other) {
        return ROUNDS.stream().anyMatch(round -> round.test(one, other));
    }

    /** By key: messages are large to compare. */
    private static int index(List<Message> messages, Message message) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).key().equals(message.key())) {
                return i;
            }
        }
        return messages.size();
    }

    private static Optional<Message> first(
            Collection<Message> received, Message sent, BiPredicate<Message, Message> round) {
        return received.stream()
                .filter(candidate -> round.test(sent, candidate))
                .findFirst();
    }

    private static boolean sameRecord(Message sent, Message received) {
        Schema one = record(sent);
        Schema other = record(received);
        return one != null && other != null && one.getFullName().equals(other.getFullName());
    }

    private static boolean aliased(Message sent, Message received) {
        Schema one = record(sent);
        Schema other = record(received);
        return one != null && other != null && other.getAliases().contains(one.getFullName());
    }

    private static @Nullable String simple(Message message) {
        Schema schema = record(message);
        return schema == null ? null : schema.getName();
    }

    static @Nullable Schema record(Message message) {
        return message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD
                ? avro.schema()
                : null;
    }
}
