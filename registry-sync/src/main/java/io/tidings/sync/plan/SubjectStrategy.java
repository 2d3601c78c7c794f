package io.tidings.sync.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Under which subject a schema stands. */
public enum SubjectStrategy {
    /** {@code <topic>-value} or {@code <topic>-key}: one evolving schema for each topic. */
    TOPIC,
    /** The record's full name, whatever the topic. */
    RECORD,
    /** {@code <topic>-<record's full name>}: several kinds of message share a topic, and each evolves by itself. */
    TOPIC_RECORD;

    /** How users, Confluent's clients and Apicurio's write it, without package and case. */
    private static final Map<String, SubjectStrategy> NAMES = Map.of(
            "topic", TOPIC,
            "topicnamestrategy", TOPIC,
            "topicidstrategy", TOPIC,
            "record", RECORD,
            "recordnamestrategy", RECORD,
            "recordidstrategy", RECORD,
            "topic-record", TOPIC_RECORD,
            "topicrecordnamestrategy", TOPIC_RECORD,
            "topicrecordidstrategy", TOPIC_RECORD);

    /** {@code topic}, {@code record}, {@code topic-record}, or the name of a class that does the same. */
    public static Optional<SubjectStrategy> named(String written) {
        String simple = written.substring(written.lastIndexOf('.') + 1).strip();
        return Optional.ofNullable(NAMES.get(simple.toLowerCase(Locale.ROOT)));
    }

    /** As users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean needsTopic() {
        return this != RECORD;
    }

    boolean needsRecord() {
        return this != TOPIC;
    }

    String subject(String topic, Part part, String recordName) {
        return switch (this) {
            case TOPIC -> topic + "-" + part.suffix();
            case RECORD -> recordName;
            case TOPIC_RECORD -> topic + "-" + recordName;
        };
    }
}
