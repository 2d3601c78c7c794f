package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import io.tidings.messaging.WireSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;

/** Records of one class and schema as a type has them, by writing and reading: fields are matched by name. */
final class RecordConversions {

    private final Map<Pair, Conversion> known = new ConcurrentHashMap<>();

    /**
     * The record as the type's class has it.
     *
     * @throws io.tidings.messaging.PoisonMessageException if it cannot be read as such
     */
    Object convert(GenericContainer record, MessageType<?> type) {
        Pair pair = new Pair(record.getSchema(), record.getClass(), type);
        Conversion conversion = known.computeIfAbsent(pair, RecordConversions::conversion);
        return conversion.reader.read(conversion.writer.write(record), 0);
    }

    private static Conversion conversion(Pair pair) {
        Class<?> wanted = pair.type.payloadType();
        Schema reads = Models.generated(wanted) ? Models.schemaOf(wanted) : pair.type.schema();
        Schema seen = WireSchema.asRead(pair.schema, pair.type.schema(), reads);
        return new Conversion(
                new DatumFrame(IdPlacement.NONE, pair.schema, Models.writing(pair.given)),
                PayloadReader.resolve(seen, reads, Models.reading(wanted), false));
    }

    private record Pair(Schema schema, Class<?> given, MessageType<?> type) {}

    private record Conversion(PayloadWriter writer, PayloadReader reader) {}
}
