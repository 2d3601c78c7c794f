package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.registry.SchemaIds;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys or the values of messages bear the ids of their schemas, by the settings that begin with {@code key.} or
 * {@code value.}: {@code schema.id.serializer} and {@code schema.id.deserializer} (our words or Confluent's class names), {@code
 * schema.id.header}, {@code schema.id.encoding} and {@code schema.id.payload.encoding}.
 *
 * @param prefix {@code key.} or {@code value.}
 * @param written where ids are written; null where no setting says
 * @param sought where readers look for them
 * @param header the header's name
 * @param encoding the header's form; null for either of Confluent's
 * @param frame what stands before payloads where it is not in a header; null where no setting says
 * @param fixed the schema of all messages, for {@link Sought#NOWHERE}
 */
record SchemaIdSettings(
        String prefix,
        @Nullable SchemaIdLocation written,
        Sought sought,
        String header,
        @Nullable IdEncoding encoding,
        @Nullable PayloadFrame frame,
        @Nullable WriterId fixed) {

    static final String WRITTEN = "schema.id.serializer";
    static final String SOUGHT = "schema.id.deserializer";
    static final String HEADER = "schema.id.header";
    static final String ENCODING = "schema.id.encoding";
    static final String FRAME = "schema.id.payload.encoding";
    static final String USE_ID = "use.schema.id";
    static final String USE_GUID = "use.schema.guid";

    /** Where readers look for ids. */
    enum Sought {
        /** In the header; if it is not there, before the payload. */
        DUAL,
        /** In the header only. */
        HEADER,
        /** Before the payload only. */
        PAYLOAD,
        /** The configuration says which schema wrote; messages bear nothing. */
        NOWHERE
    }

    static SchemaIdSettings from(Map<String, ?> configuration, boolean key) {
        String prefix = key ? "key." : "value.";
        Sought sought = sought(configuration, prefix + SOUGHT);
        String header = text(configuration, prefix + HEADER);
        String encoding = text(configuration, prefix + ENCODING);
        return new SchemaIdSettings(
                prefix,
                written(configuration, prefix + WRITTEN),
                sought,
                header == null ? (key ? "__key_schema_id" : "__value_schema_id") : header,
                encoding == null ? null : IdEncoding.from(encoding, prefix + ENCODING),
                frame(configuration, prefix + FRAME),
                sought == Sought.NOWHERE ? fixed(configuration, prefix + SOUGHT) : null);
    }

    private static @Nullable SchemaIdLocation written(Map<String, ?> configuration, String setting) {
        String value = word(configuration, setting);
        return value == null
                ? null
                : switch (value) {
                    case "payload", "prefixschemaidserializer" -> SchemaIdLocation.PAYLOAD;
                    case "header", "headerschemaidserializer" -> SchemaIdLocation.HEADER;
                    default ->
                        throw new ConfigException(
                                setting, value, "payload and header are known, or Confluent's class names for these");
                };
    }

    private static Sought sought(Map<String, ?> configuration, String setting) {
        String value = word(configuration, setting);
        return value == null
                ? Sought.DUAL
                : switch (value) {
                    case "dual", "dualschemaiddeserializer" -> Sought.DUAL;
                    case "header" -> Sought.HEADER;
                    case "payload", "prefixschemaiddeserializer" -> Sought.PAYLOAD;
                    case "configured", "configschemaiddeserializer" -> Sought.NOWHERE;
                    default ->
                        throw new ConfigException(
                                setting,
                                value,
                                "dual, header, payload and configured are known, or Confluent's class names for these");
                };
    }

    private static @Nullable PayloadFrame frame(Map<String, ?> configuration, String setting) {
        String value = word(configuration, setting);
        return value == null
                ? null
                : switch (value) {
                    case "confluent", "4", "apicurio-legacy" -> PayloadFrame.CONFLUENT;
                    case "8", "apicurio-new" -> PayloadFrame.WIDE;
                    default -> throw new ConfigException(setting, value, "confluent, 4 and 8 are known");
                };
    }

    private static WriterId fixed(Map<String, ?> configuration, String asked) {
        String guid = text(configuration, USE_GUID);
        Integer id = SerdeSettings.number(configuration, USE_ID);
        try {
            if (guid != null) {
                return WriterId.of(UUID.fromString(guid));
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(USE_GUID, guid, "a GUID is expected");
        }
        if (id == null) {
            throw new ConfigException("'" + asked + "' needs '" + USE_ID + "' or '" + USE_GUID + "'");
        }
        return WriterId.of(id);
    }

    /** The last part of a class name, or a word of ours; in small letters. */
    private static @Nullable String word(Map<String, ?> configuration, String setting) {
        Object value = configuration.get(setting);
        String name = value instanceof Class<?> type ? type.getName() : text(configuration, setting);
        return name == null ? null : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(Map<String, ?> configuration, String setting) {
        Object value = configuration.get(setting);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** Whether readers look at the header at all. */
    boolean seeksHeader() {
        return sought == Sought.DUAL || sought == Sought.HEADER;
    }

    /**
     * Where messages of one schema bear its id.
     *
     * @param declared what the document says of such messages; a setting overrules it
     * @throws PoisonMessageException if the registry tells no such id
     */
    IdPlacement place(String subject, SchemaIds ids, SchemaIdLocation declared) {
        SchemaIdLocation location = written == null ? declared : written;
        if (location != SchemaIdLocation.HEADER) {
            return new IdPlacement(payloadFrame(location), ids.id(), null);
        }
        IdEncoding form = encoding != null ? encoding : ids.guid() == null ? IdEncoding.ID : IdEncoding.GUID;
        byte[] bytes = form.write(ids);
        if (bytes == null) {
            throw new PoisonMessageException(
                    "The registry tells no GUID for the schema of subject '" + subject + "', which '" + prefix
                            + ENCODING
                            + "=" + form.setting() + "' asks for; '" + prefix + ENCODING + "=" + IdEncoding.ID.setting()
                            + "' writes the id that it has",
                    null);
        }
        return new IdPlacement(PayloadFrame.NONE, ids.id(), new Header(header, bytes));
    }

    /** Whether a GUID is written where there is one. */
    boolean writesGuids(SchemaIdLocation declared) {
        SchemaIdLocation location = written == null ? declared : written;
        return location == SchemaIdLocation.HEADER && (encoding == null || encoding == IdEncoding.GUID);
    }

    /** What stands before a payload whose id is in no header. */
    PayloadFrame payloadFrame(SchemaIdLocation declared) {
        if (frame != null) {
            return frame;
        }
        return declared == SchemaIdLocation.WIDE_PAYLOAD ? PayloadFrame.WIDE : PayloadFrame.CONFLUENT;
    }
}
