package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import io.tidings.messaging.WireSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Records as the document has them, for serializers that write whatever schema a record bears: those whose class is called
 * otherwise, or was there before the document. Safe for use by several threads.
 */
final class DocumentRecords {

    private final Map<MessageType<?>, Optional<Conversion>> known = new ConcurrentHashMap<>();

    /**
     * The record itself where its class has the document's schema, or else a generic one.
     *
     * @throws io.tidings.messaging.PoisonMessageException if it cannot be one
     */
    Object of(MessageType<?> type, Object payload) {
        // Whose class is compared is the type's, and a record may be of another one.
        if (payload.getClass() != type.payloadType() || !Models.generated(type.payloadType())) {
            return payload;
        }
        Optional<Conversion> conversion = known.get(type);
        if (conversion == null) {
            conversion = conversion(type);
            known.put(type, conversion);
        }
        return conversion.isEmpty() ? payload : conversion.get().convert(payload);
    }

    private static Optional<Conversion> conversion(MessageType<?> type) {
        Schema own = Models.schemaOf(type.payloadType());
        Schema document = type.schema();
        if (own.equals(document) || JavaProperties.without(own).equals(JavaProperties.without(document))) {
            return Optional.empty();
        }
        return Optional.of(new Conversion(
                new DatumFrame(IdPlacement.NONE, own, Models.writing(type.payloadType())),
                PayloadReader.resolve(WireSchema.asWritten(own, document), document, Models.PLAIN, false)));
    }

    private record Conversion(PayloadWriter writer, PayloadReader reader) {
        Object convert(Object payload) {
            return reader.read(writer.write(payload), 0);
        }
    }
}
