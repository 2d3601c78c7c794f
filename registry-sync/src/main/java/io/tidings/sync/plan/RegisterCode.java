package io.tidings.sync.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What registering may say of a document. Ids are stable and never reused. */
public enum RegisterCode {
    REGISTER_NOT_AVRO(
            Severity.INFO,
            "payloads are Avro schemas",
            "Only Avro schemas are registered; the message is left out. Describe its payload in Avro to have it registered"),
    REGISTER_TOPIC_UNKNOWN(
            Severity.WARNING,
            "the topic is known before run time",
            "An address with parameters, or none at all, stands for topics that nobody knows yet: no subject can be named"
                    + " after them. Give the Kafka binding of the channel a topic, or register by record"),
    REGISTER_NOT_A_RECORD(
            Severity.WARNING,
            "schemas that are named after their record are records",
            "The strategies record and topic-record name a subject after a record, and a union, an array or a primitive type"
                    + " has no such name; the schema is left out. Make it a record, or choose the strategy topic"),
    REGISTER_STRATEGY_UNKNOWN(
            Severity.ERROR,
            "strategies that the document names are known",
            "schemaLookupStrategy, or the topic's configuration, names a class that is not known here, and a guess would"
                    + " register under a subject where nobody looks. Known are TopicNameStrategy, RecordNameStrategy,"
                    + " TopicRecordNameStrategy, TopicIdStrategy, RecordIdStrategy and TopicRecordIdStrategy; a strategy"
                    + " given to the command or goal goes before what the document says"),
    REGISTER_SUBJECT_CONFLICT(
            Severity.ERROR,
            "a subject has one schema",
            "Two schemas would become versions of one subject in turn, with every run anew. Choose the strategy"
                    + " topic-record where several kinds of message share a topic; where they share a record's name, give one"
                    + " of them another name or namespace"),
    REGISTER_INCOMPATIBLE(
            Severity.ERROR,
            "the registry finds a schema compatible with what its subject holds",
            "The registry was asked before anything was written, and nothing was. Change the schema so that the compatibility"
                    + " level of its subject is kept, or register it under another subject: a new record, or a new topic"),
    REGISTER_UNCHECKED(
            Severity.WARNING,
            "the registry can compare a schema before it is registered",
            "Some registries cannot compare schemas that refer to others before these are registered. It judges when the"
                    + " schema is registered: if it refuses it then, those before it in the order stay registered"),
    REGISTER_REFUSED(
            Severity.ERROR,
            "the registry takes the schema",
            "The registry does not take the schema as it is, or the subject takes none at the moment: its answer says why");

    private final Severity severity;
    private final String summary;
    private final String explanation;

    RegisterCode(Severity severity, String summary, String explanation) {
        this.severity = severity;
        this.summary = summary;
        this.explanation = explanation;
    }

    /** The code with an id. */
    public static Optional<RegisterCode> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
    }

    /** As diagnostics carry it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** What holds where nothing is said, in one sentence without a full stop. */
    public String summary() {
        return summary;
    }

    /** What it means and what to do about it, without a full stop at the end. */
    public String explanation() {
        return explanation;
    }

    /** A diagnostic with this code. */
    public Diagnostic at(Location location, String pointer, String message, @Nullable String hint) {
        return new Diagnostic(id(), severity, message, location, pointer, hint, List.of());
    }
}
