package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Finds which of the expected types a writer's schema stands for, and resolves the one into the other; once for each. */
final class TypeReaders {

    private final WriterSchemas writerSchemas;
    private final Map<Question, TypeReader<?>> readers = new ConcurrentHashMap<>();

    TypeReaders(WriterSchemas writerSchemas) {
        this.writerSchemas = writerSchemas;
    }

    TypeReader<?> reader(int writerId, List<MessageType<?>> expected) {
        Question question = new Question(writerId, expected);
        TypeReader<?> known = readers.get(question);
        return known == null ? newReader(question) : known;
    }

    private TypeReader<?> newReader(Question question) {
        Schema written = writerSchemas.byId(question.writerId());
        MessageType<?> type = ExpectedTypes.find(question.expected(), written);
        TypeReader<?> reader = type == null
                ? new TypeReader<Object>(
                        written.getFullName(), null, PayloadReader.resolve(written, written, Models.PLAIN))
                : typed(written, type);
        readers.put(question, reader);
        return reader;
    }

    private static <V> TypeReader<V> typed(Schema written, MessageType<V> type) {
        Class<V> payloadType = type.payloadType();
        // The class's own schema also says which Java types its fields have.
        Schema reads = Models.generated(payloadType) ? Models.schemaOf(payloadType) : type.schema();
        return new TypeReader<>(type.name(), type, PayloadReader.resolve(written, reads, Models.reading(payloadType)));
    }

    private record Question(int writerId, List<MessageType<?>> expected) {
        private Question {
            expected = List.copyOf(expected);
        }
    }
}
