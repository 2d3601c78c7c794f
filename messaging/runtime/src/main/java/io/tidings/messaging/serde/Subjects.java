package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Finds the id that a schema has under its subject, and so makes writers. Each writer costs a call to the registry; whoever
 * asks keeps it.
 *
 * @param autoRegister whether a schema that is not there yet is registered, or else refused
 * @param useLatest whether payloads are written as the subject's newest version has them; then nothing is registered
 * @param removeJavaProperties whether {@code avro.java.string} is left out of what is registered
 */
record Subjects(
        SchemaRegistry registry,
        SubjectNameStrategy strategy,
        boolean autoRegister,
        boolean useLatest,
        boolean removeJavaProperties) {

    /**
     * A writer for payloads of a schema.
     *
     * @throws io.tidings.messaging.MessagingException transient if the registry is away; poison if it refuses the schema
     */
    PayloadWriter writer(String topic, boolean key, Schema schema, GenericData model) {
        String subject = subject(topic, key, schema);
        Schema contract = removeJavaProperties ? JavaProperties.without(schema) : schema;
        try {
            return useLatest && !autoRegister
                    ? latest(subject, schema, contract, model)
                    : new DatumFrame(id(subject, contract), schema, model);
        } catch (RegistryException e) {
            throw RegistryFailures.writing(e, subject);
        }
    }

    private String subject(String topic, boolean key, Schema schema) {
        try {
            return strategy.subject(topic, key, schema);
        } catch (IllegalArgumentException e) {
            throw new PoisonMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private int id(String subject, Schema contract) {
        return autoRegister ? registry.register(subject, contract) : registry.idOf(subject, contract);
    }

    private PayloadWriter latest(String subject, Schema schema, Schema contract, GenericData model) {
        RegisteredSchema latest = registry.latest(subject)
                .orElseThrow(() -> new PoisonMessageException(
                        "The subject '" + subject + "' has no schema, and '" + SerdeSettings.USE_LATEST_VERSION
                                + "' asks for its newest",
                        null));
        return latest.schema().equals(schema) || latest.schema().equals(contract)
                ? new DatumFrame(latest.id(), schema, model)
                : new VersionFrame(schema, model, latest.id(), latest.schema());
    }
}
