package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which of the expected types read what a schema wrote.
 *
 * @param usual the one that does where a message does not name its type; null for none
 * @param toBeNamed those among which a message's own word decides; empty where the schema has decided
 */
record ExpectedTypes(@Nullable MessageType<?> usual, List<MessageType<?>> toBeNamed) {

    /**
     * By full name or alias, or else by the unqualified name, as Avro itself resolves records. Where one type bears the name, it
     * is that, whatever the message says: what a schema calls itself cannot be mistaken for a field of another. Where nobody
     * bears it, a message that names an expected type is of that type: if it cannot be read it must be missed, not passed over.
     */
    static ExpectedTypes of(Schema written, List<MessageType<?>> expected) {
        List<MessageType<?>> bearers = expected.stream()
                .filter(type -> type.writerNames().contains(written.getFullName()))
                .toList();
        if (!bearers.isEmpty()) {
            return new ExpectedTypes(bearers.get(0), bearers.size() == 1 ? List.of() : bearers);
        }
        List<MessageType<?>> namesakes = expected.stream()
                .filter(type -> type.schema().getType() == written.getType())
                .filter(type -> type.schema().getName().equals(written.getName()))
                .toList();
        return switch (namesakes.size()) {
            case 0 -> new ExpectedTypes(null, expected);
            case 1 -> new ExpectedTypes(namesakes.get(0), List.of());
            default -> new ExpectedTypes(null, namesakes);
        };
    }
}
