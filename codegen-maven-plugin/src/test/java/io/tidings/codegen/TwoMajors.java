package io.tidings.codegen;

import io.tidings.asyncapi.ReadResult;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.CasterSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.migration.CasterPlan;
import io.tidings.codegen.migration.Direction;
import io.tidings.codegen.migration.Major;
import io.tidings.codegen.migration.MigrationPlan;
import io.tidings.codegen.migration.MigrationPlanner;
import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Upcaster;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** Records, what they were before, and casters between them, compiled as a strict user compiles them. */
final class TwoMajors {

    private final MigrationPlan plan;
    private final ClassLoader loader;
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    private TwoMajors(MigrationPlan plan, ClassLoader loader) {
        this.plan = plan;
        this.loader = loader;
    }

    /** Somebody has to decide. */
    static final class UndecidedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static TwoMajors compile(List<Schema> older, List<Schema> newer, Path folder) throws IOException {
        // Without setters, and with getters that are optional.
        RecordSettings moved = RecordSettings.DEFAULT
                .withPackages(Map.of("rnd", "before.rnd"))
                .withAccessors(new Accessors(false, false, true, true, false));
        Major before = major(older, Files.createDirectories(folder.resolve("older")), "before", moved);
        Major after = major(newer, Files.createDirectories(folder.resolve("newer")), "after", RecordSettings.DEFAULT);
        MigrationPlan plan = MigrationPlanner.plan(before, after);
        Map<String, String> sources = new TreeMap<>();
        for (Major major : List.of(before, after)) {
            RecordSources.of(major.plan()).forEach(file -> sources.put(file.path(), file.content()));
            CodecSources.of(major.plan()).forEach(file -> sources.put(file.path(), file.content()));
        }
        CasterSources.of(plan, before.plan(), after.plan()).forEach(file -> sources.put(file.path(), file.content()));
        return new TwoMajors(
                plan, Compilation.strict(sources, folder.resolve("classes")).besideTests());
    }

    private static Major major(List<Schema> records, Path folder, String packageName, RecordSettings settings)
            throws IOException {
        ReadResult read = CodecWorkshop.document(records, folder);
        var document = read.document().orElseThrow(() -> new AssertionError(read.diagnostics()));
        return new Major(
                document, Planner.plan(document, new PlanSettings(packageName, Role.APPLICATION, null, settings)));
    }

    /** The caster of message {@code m<i>}. */
    CasterPlan plan(int i, Direction direction) {
        return plan.casters().stream()
                .filter(caster -> caster.direction() == direction)
                .filter(caster -> caster.message().equals("m" + i))
                .findFirst()
                .orElseThrow(() -> new AssertionError("m" + i + " " + plan.diagnostics()));
    }

    /** What a class makes of what was written by whatever schema; nothing if it cannot. */
    Optional<Object> read(JavaName type, Schema writer, byte[] datum) {
        int id = registry.register("t-value", writer);
        byte[] message = ByteBuffer.allocate(5 + datum.length)
                .put((byte) 0)
                .putInt(id)
                .put(datum)
                .array();
        try (AvroDeserializer<?> deserializer = new AvroDeserializer<>(registry, load(type))) {
            return Optional.ofNullable(deserializer.deserialize("t", message));
        } catch (SerializationException refused) {
            return Optional.empty();
        }
    }

    /** The bytes of a record; none if it cannot be written: of several decimals in a union the first is tried. */
    byte[] write(Object record) {
        try (AvroSerializer<Object> serializer = new AvroSerializer<>(registry)) {
            serializer.configure(Map.of("avro.remove.java.properties", true), false);
            byte[] bytes = serializer.serialize("t", record);
            return bytes == null ? new byte[0] : bytes;
        } catch (SerializationException refused) {
            return new byte[0];
        }
    }

    /** What a caster makes of a record, unless somebody has to decide. */
    @SuppressWarnings("unchecked") // plans say the types
    Object cast(CasterPlan caster, Object record) throws ReflectiveOperationException {
        Class<?> type = load(caster.name());
        Object instance = caster.complete() ? type.getField("INSTANCE").get(null) : undecided(type);
        return caster.direction() == Direction.UP
                ? ((Upcaster<Object, Object>) instance).upcast(record)
                : ((Downcaster<Object, Object>) instance).downcast(record);
    }

    private Object undecided(Class<?> type) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            throw new UndecidedException();
        });
    }

    private Class<?> load(JavaName type) {
        try {
            return loader.loadClass(type.toString());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
