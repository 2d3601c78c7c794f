package io.tidings.messaging.serde;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages of generated clients are written and read. Immutable.
 *
 * <p>The subject of a value's schema is by default {@link SubjectNameStrategy#TOPIC_RECORD}: a channel may carry several kinds
 * of message, and under {@code topic} each would have to be compatible with the others. Keys of a channel are of one kind: where
 * they bear their schema's id ({@link AvroKey#framed}), its subject is by default {@link SubjectNameStrategy#TOPIC}'s.
 */
public final class CodecSettings {

    /** The CloudEvents {@code source}: a URI reference. Default: {@code urn:tidings:} and Kafka's {@code client.id}. */
    public static final String SOURCE = "tidings.source";

    /** Whether text that is not UTF-8 is refused; by default it is read with replacement characters, as Avro reads it. */
    public static final String STRICT_UTF8 = SerdeSettings.STRICT_UTF8;

    private static final String UNKNOWN = "unknown";

    private final String source;
    private final WriteSettings writing;
    private final WriteSettings keys;
    private final boolean strictUtf8;
    private final Clock clock;

    private CodecSettings(String source, WriteSettings writing, WriteSettings keys, boolean strictUtf8, Clock clock) {
        this.source = source;
        this.writing = writing;
        this.keys = keys;
        this.strictUtf8 = strictUtf8;
        this.clock = clock;
    }

    /**
     * Reads {@link #SOURCE}, {@link #STRICT_UTF8}, and what {@link AvroSerializer} and {@link AvroDeserializer} read, for
     * values and keys; {@code use.schema.id} is about values only.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is wrong
     */
    public static CodecSettings from(Map<String, ?> configuration) {
        String source = text(configuration.get(SOURCE));
        String client = text(configuration.get("client.id"));
        return new CodecSettings(
                source == null ? "urn:tidings:" + (client == null ? UNKNOWN : client) : source,
                WriteSettings.from(configuration, false, SubjectNameStrategy.TOPIC_RECORD, true),
                WriteSettings.ofKeys(configuration),
                SerdeSettings.flag(configuration, STRICT_UTF8, false),
                Clock.systemUTC());
    }

    /** With another clock: it tells when a message happened. */
    public CodecSettings withClock(Clock value) {
        return new CodecSettings(source, writing, keys, strictUtf8, value);
    }

    /** The CloudEvents {@code source} of what is written. */
    public String source() {
        return source;
    }

    Clock clock() {
        return clock;
    }

    WriteSettings writing() {
        return writing;
    }

    /** Of keys that bear their schema's id. */
    WriteSettings keys() {
        return keys;
    }

    SchemaIdSettings ids() {
        return writing.ids();
    }

    boolean strictUtf8() {
        return strictUtf8;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
