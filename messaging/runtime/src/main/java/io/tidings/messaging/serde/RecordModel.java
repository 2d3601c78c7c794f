package io.tidings.messaging.serde;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Avro's model of generated classes as one of them sees it: its class loader, its conversions of logical types.
 *
 * <p>Avro 1.12.2 loads no class by a schema's name unless a system property names its package. Here the classes that Avro
 * generated, and only these, are trusted: they do nothing but hold data. Safe for use by several threads.
 */
public final class RecordModel extends SpecificData {

    private static final ClassValue<RecordModel> MODELS = new ClassValue<>() {
        @Override
        protected RecordModel computeValue(Class<?> type) {
            return new RecordModel(type);
        }
    };

    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    private final Class<?> recordClass;

    private RecordModel(Class<?> recordClass) {
        super(recordClass.getClassLoader());
        this.recordClass = recordClass;
        for (Conversion<?> conversion : SpecificData.getForClass(recordClass).getConversions()) {
            addLogicalTypeConversion(conversion);
        }
    }

    /** The model of a generated class. */
    public static RecordModel of(Class<?> recordClass) {
        return MODELS.get(recordClass);
    }

    /** The class whose view of the others this is. */
    Class<?> recordClass() {
        return recordClass;
    }

    @Override
    public @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED ->
                classes.computeIfAbsent(schema.getFullName(), name -> find(schema, getClassLoader()))
                        .orElse(null);
            default -> super.getClass(schema);
        };
    }

    /** The class that was generated from a schema of this name, if there is one. */
    static Optional<Class<?>> find(Schema named, ClassLoader loader) {
        StringBuilder name = new StringBuilder(getClassName(named));
        while (true) {
            Optional<Class<?>> found = load(name.toString(), loader);
            int lastDot = name.lastIndexOf(".");
            if (found.isPresent() || lastDot < 0) {
                return found;
            }
            // The namespace may end in an enclosing class.
            name.setCharAt(lastDot, '$');
        }
    }

    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return GenericContainer.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
