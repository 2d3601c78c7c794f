package io.tidings.messaging.avro;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Avro's model of a generated record. Avro 1.12.2 makes no class that it finds by a schema's name unless a system property names
 * its package: a builder could not give an enum its default, nor copy a record within a record. Here the classes that Avro's
 * compiler, or ours, generated are trusted, and only these: they do nothing but hold data. Safe for use by several threads.
 */
public class RecordData extends SpecificData {

    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    /**
     * Avro's model as a record sees it: the classes of its own loader.
     *
     * @param record the generated class; it need not be initialized yet
     */
    public RecordData(Class<?> record) {
        super(record.getClassLoader());
    }

    /**
     * The same for a record that holds values of classes that were there before it: their conversions of logical types count, where
     * the record brings none of its own.
     */
    public RecordData(Class<?> record, Class<?>... existing) {
        this(record);
        for (Class<?> type : existing) {
            SpecificData model = getForClass(type);
            if (model != SpecificData.get()) {
                model.getConversions().forEach(this::addLogicalTypeConversion);
            }
        }
    }

    @Override
    public final @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED ->
                classes.computeIfAbsent(schema.getFullName(), name -> find(schema, getClassLoader()))
                        .orElse(null);
            default -> super.getClass(schema);
        };
    }

    /** The class that was generated from a schema of this name, if there is one. */
    public static Optional<Class<?>> find(Schema named, ClassLoader loader) {
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
