package io.tidings.compat.rule.avro;

import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.Schema;

/** Questions about Avro types that several rules ask. */
final class Types {

    private static final Set<Schema.Type> NUMBERS =
            EnumSet.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);

    private Types() {}

    static boolean numeric(Schema one, Schema other) {
        return NUMBERS.contains(one.getType()) && NUMBERS.contains(other.getType());
    }
}
