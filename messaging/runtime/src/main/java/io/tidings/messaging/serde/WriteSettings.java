package io.tidings.messaging.serde;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How schemas get their ids when payloads are written. As with Confluent's serializers, registration comes before a fixed id,
 * that before the newest version, and that before finding the payload's own schema.
 *
 * @param strategy under which subject a schema stands
 * @param autoRegister whether a schema that is not there yet is registered
 * @param normalize whether the registry compares schemas without regard to how they are written
 * @param useId the schema that payloads are written with; null for none
 * @param idStrict whether that schema must be able to read what the payload's own schema writes
 * @param useLatest whether payloads are written as the subject's newest version has them
 * @param latestStrict whether that version must be able to read what the payload's own schema writes
 * @param removeJavaProperties whether {@code avro.java.string} is left out of what is registered
 * @param ids where messages bear the ids
 */
record WriteSettings(
        SubjectNameStrategy strategy,
        boolean autoRegister,
        boolean normalize,
        @Nullable Integer useId,
        boolean idStrict,
        boolean useLatest,
        boolean latestStrict,
        boolean removeJavaProperties,
        SchemaIdSettings ids) {

    /**
     * What keys of generated clients are written with. A number that the configuration gives as the schema's id is that of the
     * values: both are configured together.
     */
    static WriteSettings ofKeys(Map<String, ?> configuration) {
        Map<String, Object> ofKeys = new HashMap<>(configuration);
        ofKeys.remove(SchemaIdSettings.USE_ID);
        return from(ofKeys, true, SubjectNameStrategy.TOPIC, true);
    }

    /** As configured, where the two last differ between Kafka's interface and generated clients. */
    static WriteSettings from(
            Map<String, ?> configuration, boolean key, SubjectNameStrategy strategy, boolean removeJavaProperties) {
        SerdeSettings.warnOfUnheeded(configuration);
        Integer id = SerdeSettings.number(configuration, SchemaIdSettings.USE_ID);
        return new WriteSettings(
                SubjectNameStrategy.from(
                        configuration,
                        key ? SubjectNameStrategy.KEY_SETTING : SubjectNameStrategy.VALUE_SETTING,
                        strategy),
                SerdeSettings.flag(configuration, SerdeSettings.AUTO_REGISTER, true),
                SerdeSettings.flag(configuration, SerdeSettings.NORMALIZE, false),
                id == null || id < 0 ? null : id,
                SerdeSettings.flag(configuration, SerdeSettings.ID_STRICT, true),
                SerdeSettings.flag(configuration, SerdeSettings.USE_LATEST_VERSION, false),
                SerdeSettings.flag(configuration, SerdeSettings.LATEST_STRICT, true),
                SerdeSettings.flag(configuration, SerdeSettings.REMOVE_JAVA_PROPERTIES, removeJavaProperties),
                SchemaIdSettings.from(configuration, key));
    }

    /** The same, under subjects that need no record's name. */
    WriteSettings with(SubjectNameStrategy other) {
        return new WriteSettings(
                other, autoRegister, normalize, useId, idStrict, useLatest, latestStrict, removeJavaProperties, ids);
    }
}
