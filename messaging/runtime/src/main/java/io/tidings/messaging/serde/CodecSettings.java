package io.tidings.messaging.serde;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How {@link AvroMessageCodec} writes.
 *
 * @param source the CloudEvents {@code source} of its messages: a URI reference
 * @param autoRegister whether a schema that the registry does not have yet is registered
 * @param subjects the subject of a value's schema. Here the default is {@link SubjectNameStrategy#TOPIC_RECORD}: a channel may
 *     carry several kinds of message, and under {@code topic} each would have to be compatible with the others
 * @param clock tells when a message happened
 */
public record CodecSettings(String source, boolean autoRegister, SubjectNameStrategy subjects, Clock clock) {

    /** The CloudEvents {@code source}. Default: {@code urn:tidings:} and Kafka's {@code client.id}. */
    public static final String SOURCE = "tidings.source";

    private static final String UNKNOWN = "unknown";

    /**
     * Reads {@link #SOURCE}, {@code auto.register.schemas} (default true) and {@code value.subject.name.strategy} (default
     * {@code topic-record}).
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is wrong
     */
    public static CodecSettings from(Map<String, ?> configuration) {
        String source = text(configuration.get(SOURCE));
        String client = text(configuration.get("client.id"));
        return new CodecSettings(
                source == null ? "urn:tidings:" + (client == null ? UNKNOWN : client) : source,
                SerdeSettings.flag(configuration, SerdeSettings.AUTO_REGISTER, true),
                SubjectNameStrategy.from(
                        configuration, SubjectNameStrategy.VALUE_SETTING, SubjectNameStrategy.TOPIC_RECORD),
                Clock.systemUTC());
    }

    public CodecSettings withClock(Clock value) {
        return new CodecSettings(source, autoRegister, subjects, value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
