package io.tidings.replication;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Avro's model of a view's generated classes. Avro 1.12.2 loads no class by a schema's name unless a system property trusts
 * it; here the schema is the view's own and not a message's, and only classes that hold Avro data are loaded.
 */
final class RowModel extends SpecificData {

    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    RowModel(Class<?> view) {
        super(view.getClassLoader());
        for (Conversion<?> conversion : SpecificData.getForClass(view).getConversions()) {
            addLogicalTypeConversion(conversion);
        }
    }

    @Override
    public @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> named(schema).orElse(null);
            default -> super.getClass(schema);
        };
    }

    private Optional<Class<?>> named(Schema schema) {
        return classes.computeIfAbsent(schema.getFullName(), name -> load(getClassName(schema)));
    }

    private Optional<Class<?>> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, getClassLoader());
            return GenericContainer.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            // The namespace may end in an enclosing class.
            int dot = name.lastIndexOf('.');
            return dot < 0 ? Optional.empty() : load(name.substring(0, dot) + '$' + name.substring(dot + 1));
        }
    }
}
