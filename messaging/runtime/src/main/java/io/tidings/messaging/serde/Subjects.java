package io.tidings.messaging.serde;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.messaging.WireSchema;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaIds;
import io.tidings.registry.SchemaNotFoundException;
import io.tidings.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;

/**
 * Finds the id that a schema has under its subject, and so makes writers. Each writer costs a call to the registry; whoever
 * asks keeps it.
 */
record Subjects(SchemaRegistry registry, WriteSettings settings) {

    /**
     * A writer for payloads of a schema.
     *
     * @param declared where the document says that such messages bear its id
     * @throws MessagingException transient if the registry is away; poison if it refuses the schema
     */
    PayloadWriter writer(String topic, boolean key, Schema schema, GenericData model, SchemaIdLocation declared) {
        return writer(topic, key, WireSchema.of(schema), schema, model, declared);
    }

    /**
     * A writer for payloads of a class's schema, which travel as another one.
     *
     * @param wire what the registry holds
     */
    PayloadWriter writer(
            String topic, boolean key, Schema wire, Schema schema, GenericData model, SchemaIdLocation declared) {
        String subject = subject(topic, key, wire);
        Schema contract = settings.removeJavaProperties() ? JavaProperties.without(wire) : wire;
        try {
            if (settings.autoRegister()) {
                SchemaIds ids = registry.register(subject, SchemaDefinition.of(contract), settings.normalize());
                return frame(settings.ids().place(subject, ids, declared), wire, schema, model);
            }
            return chosen(subject, wire, schema, contract, model, declared);
        } catch (RegistryException e) {
            throw RegistryFailures.writing(e, subject);
        }
    }

    private PayloadWriter chosen(
            String subject, Schema wire, Schema schema, Schema contract, GenericData model, SchemaIdLocation declared) {
        Integer fixed = settings.useId();
        if (fixed != null) {
            Schema version = registry.schemaById(fixed);
            String what = "'" + SchemaIdSettings.USE_ID + "=" + fixed + "'";
            requireReads(settings.idStrict(), SerdeSettings.ID_STRICT, what, version, wire);
            return as(subject, idsOf(subject, fixed, declared), version, wire, schema, contract, model, declared);
        }
        if (settings.useLatest()) {
            RegisteredSchema latest = latest(subject);
            String what = "version " + latest.version() + " of the subject '" + subject + "', its newest,";
            requireReads(settings.latestStrict(), SerdeSettings.LATEST_STRICT, what, latest.schema(), wire);
            return as(subject, idsOf(latest), latest.schema(), wire, schema, contract, model, declared);
        }
        return frame(settings.ids().place(subject, find(subject, contract), declared), wire, schema, model);
    }

    private static PayloadWriter frame(IdPlacement place, Schema wire, Schema schema, GenericData model) {
        return VersionFrame.from(schema, model, place, wire);
    }

    /** A GUID is told with a subject's versions only; it is asked for where it would be written. */
    private SchemaIds idsOf(String subject, int id, SchemaIdLocation declared) {
        if (!settings.ids().writesGuids(declared)) {
            return new SchemaIds(id, null);
        }
        return registry.registered(subject, registry.definitionById(id))
                .filter(version -> version.id() == id)
                .map(Subjects::idsOf)
                .orElse(new SchemaIds(id, null));
    }

    private PayloadWriter as(
            String subject,
            SchemaIds ids,
            Schema version,
            Schema wire,
            Schema schema,
            Schema contract,
            GenericData model,
            SchemaIdLocation declared) {
        IdPlacement place = settings.ids().place(subject, ids, declared);
        return same(version, contract)
                ? frame(place, wire, schema, model)
                : new VersionFrame(schema, model, place, version);
    }

    private String subject(String topic, boolean key, Schema schema) {
        try {
            return settings.strategy().subject(topic, key, schema);
        } catch (IllegalArgumentException e) {
            throw new PoisonMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private RegisteredSchema latest(String subject) {
        return registry.latest(subject)
                .orElseThrow(() -> new PoisonMessageException(
                        "The subject '" + subject + "' has no schema, and '" + SerdeSettings.USE_LATEST_VERSION
                                + "' asks for its newest",
                        null));
    }

    /** Where types are shared, a subject's text only refers to them: then it is found by what it says, not by its text. */
    private SchemaIds find(String subject, Schema contract) {
        try {
            return registry.find(subject, SchemaDefinition.of(contract), settings.normalize());
        } catch (SchemaNotFoundException notFound) {
            return referring(subject, contract).map(Subjects::idsOf).orElseThrow(() -> notFound);
        }
    }

    private Optional<RegisteredSchema> referring(String subject, Schema contract) {
        Optional<RegisteredSchema> latest = registry.latest(subject);
        if (latest.isEmpty() || latest.get().definition().references().isEmpty()) {
            return Optional.empty();
        }
        if (same(latest.get().schema(), contract)) {
            return latest;
        }
        List<Integer> earlier = new ArrayList<>(registry.versions(subject));
        earlier.remove((Integer) latest.get().version());
        Collections.reverse(earlier);
        return earlier.stream()
                .flatMap(version -> registry.version(subject, version).stream())
                .filter(registered -> same(registered.schema(), contract))
                .findFirst();
    }

    /** What a Java class notes about itself makes no difference. */
    private static boolean same(Schema registered, Schema contract) {
        return JavaProperties.without(registered).equals(JavaProperties.without(contract));
    }

    private static SchemaIds idsOf(RegisteredSchema registered) {
        return new SchemaIds(registered.id(), registered.guid());
    }

    /** Confluent's serializers ask the same, and refuse the same unless told not to. */
    private static void requireReads(boolean strict, String setting, String what, Schema version, Schema written) {
        if (!strict) {
            return;
        }
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(version, written);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new PoisonMessageException(
                    "A payload of the schema " + written.getFullName() + " cannot be written as " + what
                            + " which cannot read it: "
                            + compatibility.getResult().getIncompatibilities().stream()
                                    .map(found -> found.getLocation() + ": " + found.getMessage())
                                    .toList()
                            + ". Write the version's own schema, or set '" + setting + "=false' to try anyway",
                    null);
        }
    }
}
