package io.tidings.messaging.avro;

import java.util.Arrays;
import org.apache.avro.Conversion;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a class holds that Avro's compiler made. The class's model does not say: it knows the conversion of decimals even
 * where the compiler was not told to use it, as by default, so that Avro 1.12.2 reads its own classes with the wrong type then.
 */
final class HeldTypes {

    private final SpecificData model;
    private final @Nullable String text;

    HeldTypes(Class<?> type, Schema.Field field) {
        this.model = SpecificData.getForClass(type);
        // Words of Java's have a dollar sign after them.
        this.text = Arrays.stream(type.getDeclaredFields())
                .filter(held ->
                        held.getName().equals(field.name()) || held.getName().equals(field.name() + "$"))
                .findFirst()
                .map(held -> held.getGenericType().getTypeName())
                .orElse(null);
    }

    /** Whether values of a logical type are held as what it stands for; where nobody can tell, they are. */
    boolean convert(LogicalType logicalType) {
        Conversion<?> conversion = model.getConversionFor(logicalType);
        if (conversion == null) {
            return false;
        }
        return text == null
                || text.contains("java.lang.Object")
                || text.contains(conversion.getConvertedType().getTypeName());
    }
}
