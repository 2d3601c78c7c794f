package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Which of the expected types reads what a schema wrote. */
final class ExpectedTypes {

    private ExpectedTypes() {}

    /** By full name or alias; else by the unqualified name, as Avro itself resolves records, if only one type bears it. */
    static @Nullable MessageType<?> find(List<MessageType<?>> expected, Schema written) {
        for (MessageType<?> type : expected) {
            if (type.writerNames().contains(written.getFullName())) {
                return type;
            }
        }
        List<MessageType<?>> namesakes = expected.stream()
                .filter(type -> type.schema().getType() == written.getType())
                .filter(type -> type.schema().getName().equals(written.getName()))
                .toList();
        return namesakes.size() == 1 ? namesakes.get(0) : null;
    }
}
