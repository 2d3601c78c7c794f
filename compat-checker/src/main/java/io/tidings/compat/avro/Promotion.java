package io.tidings.compat.avro;

import java.util.Set;
import org.apache.avro.Schema;

/** The promotions of the specification: what a primitive type may be read as. */
public final class Promotion {

    private Promotion() {}

    /** Whether every value of {@code writer} is read as a value of the other type {@code reader}. */
    public static boolean allows(Schema.Type reader, Schema.Type writer) {
        return switch (writer) {
            case INT ->
                Set.of(Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE).contains(reader);
            case LONG -> Set.of(Schema.Type.FLOAT, Schema.Type.DOUBLE).contains(reader);
            case FLOAT -> reader == Schema.Type.DOUBLE;
            case STRING -> reader == Schema.Type.BYTES;
            case BYTES -> reader == Schema.Type.STRING;
            default -> false;
        };
    }

    /** Whether an allowed promotion of numbers can lose digits: a float holds 24 bits, a double 53. */
    public static boolean losesDigits(Schema.Type reader, Schema.Type writer) {
        boolean wholeToFloat = reader == Schema.Type.FLOAT && (writer == Schema.Type.INT || writer == Schema.Type.LONG);
        boolean longToDouble = reader == Schema.Type.DOUBLE && writer == Schema.Type.LONG;
        return wholeToFloat || longToDouble;
    }
}
