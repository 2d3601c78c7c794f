package io.tidings.codegen.avro;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/**
 * Avro's compiler, which writes coders of its own into records that have no logical types. They are one method for all fields: at
 * some hundred of these no HotSpot compiles it any more, and then no class file holds it. Such records go without, and so do
 * those that contain them, whose coders would call theirs.
 */
public final class RecordCompiler extends SpecificCompiler {

    /** Beyond so many fields a method of them all has more than 8,000 bytes, however plain they are. */
    private static final int MOST_FIELDS = 200;

    RecordCompiler(List<Schema> types) {
        super(types);
    }

    @Override
    public boolean isCustomCodable(Schema schema) {
        return super.isCustomCodable(schema) && !holdsLargeRecord(schema, new HashSet<>());
    }

    /** In one order, whoever asks: what Avro gives comes in that of the hashes of classes, which is another one each time. */
    @Override
    public Set<String> getUsedConversionClasses(Schema schema) {
        return new TreeSet<>(super.getUsedConversionClasses(schema));
    }

    private static boolean holdsLargeRecord(Schema schema, Set<String> seen) {
        return switch (schema.getType()) {
            case RECORD ->
                seen.add(schema.getFullName())
                        && (schema.getFields().size() > MOST_FIELDS
                                || schema.getFields().stream()
                                        .anyMatch(field -> holdsLargeRecord(field.schema(), seen)));
            case ARRAY -> holdsLargeRecord(schema.getElementType(), seen);
            case MAP -> holdsLargeRecord(schema.getValueType(), seen);
            case UNION -> schema.getTypes().stream().anyMatch(branch -> holdsLargeRecord(branch, seen));
            default -> false;
        };
    }
}
