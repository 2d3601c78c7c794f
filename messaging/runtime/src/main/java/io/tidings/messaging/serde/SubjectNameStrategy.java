package io.tidings.messaging.serde;

import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject of the registry a schema stands. */
public enum SubjectNameStrategy {

    /** {@code <topic>-value}, {@code <topic>-key}: one evolving schema for each topic. What Confluent's serializers default to. */
    TOPIC {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return topic + (key ? "-key" : "-value");
        }
    },

    /** The record's full name: it evolves as one, on whatever topic. */
    RECORD {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return recordName(schema);
        }
    },

    /** {@code <topic>-<record's full name>}: several kinds of message share a topic, and each evolves by itself. */
    TOPIC_RECORD {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return topic + "-" + recordName(schema);
        }
    };

    /** The setting for values. */
    public static final String VALUE_SETTING = "value.subject.name.strategy";

    /** The setting for keys. */
    public static final String KEY_SETTING = "key.subject.name.strategy";

    private static final Map<String, SubjectNameStrategy> NAMES = Map.of(
            "topic", TOPIC,
            "topicnamestrategy", TOPIC,
            "record", RECORD,
            "recordnamestrategy", RECORD,
            "topic-record", TOPIC_RECORD,
            "topicrecordnamestrategy", TOPIC_RECORD);

    /**
     * The subject of a schema.
     *
     * @throws IllegalArgumentException if the strategy needs a record and this is none
     */
    public abstract String subject(String topic, boolean key, Schema schema);

    /** The configured strategy: {@code topic}, {@code record}, {@code topic-record}, or one of Confluent's classes. */
    static SubjectNameStrategy from(Map<String, ?> configuration, String setting, SubjectNameStrategy otherwise) {
        Object value = configuration.get(setting);
        if (value == null) {
            return otherwise;
        }
        String name = value instanceof Class<?> type ? type.getName() : value.toString();
        SubjectNameStrategy strategy =
                NAMES.get(name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
        if (strategy == null) {
            throw new ConfigException(
                    setting, value, "topic, record and topic-record are known, or Confluent's class names for these");
        }
        return strategy;
    }

    private static String recordName(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("The schema " + schema
                    + " is not a record, and so has no name for a subject;" + " choose the strategy 'topic'");
        }
        return schema.getFullName();
    }
}
