package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of services that share channels. Ids are stable and never reused. */
public enum SystemRule {
    SYSTEM_UNREADABLE(
            Severity.ERROR,
            "receivers can read what is sent to them",
            "By Avro's rules of schema resolution, or by JSON Schema, the receiver's schema does not take all that the sender's"
                    + " schema writes: such messages fail in the receiver",
            "Give the receiver's schema what the sender writes, or what is missing a default"),
    SYSTEM_MISREAD(
            Severity.ERROR,
            "receivers take from a message what the sender put in",
            "The schemas resolve, and yet what is read is wrong or fails: Avro does not compare logical types, decimals or"
                    + " namespaces within unions",
            "Make the two schemas agree at this place"),
    SYSTEM_LOSSY(
            Severity.WARNING,
            "nothing is lost between sender and receiver",
            "The receiver can read what is sent, and some values change: digits are lost, or symbols become a default",
            "Widen the receiver's type, or see to it that such values are never sent"),
    SYSTEM_UNDECIDED(
            Severity.INFO,
            "it can be decided whether receivers can read what is sent to them",
            "The two schemas differ, in a language or with keywords that no checker here decides",
            "Compare the two schemas by hand, or let both documents refer to one file"),
    SYSTEM_MESSAGE_UNKNOWN(
            Severity.ERROR,
            "receivers know the messages that are sent to them",
            "A receiver may use some of the messages of a channel, and those that it does not know still reach it: a warning. An"
                    + " error where it knows one kind and none of what is sent, or where the channel carried only that kind"
                    + " until now: it takes each message for that. Nothing to say where the channel is declared open",
            "Add the message to the receiver's channel, or declare the channel open (x-tidings.open) where it may be ignored"),
    SYSTEM_MESSAGE_UNSENT(
            Severity.INFO,
            "messages that are received are sent by someone",
            "A receiver handles a message that none of the senders of the channel sends",
            "Remove it from the receiver, or declare who sends it: x-tidings.external where there is no document"),
    SYSTEM_SCHEMA_FORMAT(
            Severity.ERROR,
            "senders and receivers describe payloads in one language",
            "One says Avro, the other JSON Schema, and the like: they do not speak of the same bytes",
            "Describe the payload in the format that is sent"),
    SYSTEM_CONTENT_TYPE(
            Severity.ERROR,
            "senders and receivers agree on the content type",
            "The media types differ, their parameters apart",
            "Write what is sent into the receiver's document"),
    SYSTEM_SCHEMA_ID(
            Severity.ERROR,
            "receivers look for the id of the schema where senders put it",
            "The Kafka message binding's schemaIdLocation or schemaIdPayloadEncoding differ: a receiver takes payload for an id,"
                    + " or finds none",
            "Write the sender's setting into the receiver's document"),
    SYSTEM_SUBJECT_STRATEGY(
            Severity.WARNING,
            "senders and receivers name subjects by one strategy",
            "The Kafka message binding's schemaLookupStrategy differ: who looks a schema up by subject finds another one",
            "Use one strategy for a channel"),
    SYSTEM_SCHEMA_REGISTRY(
            Severity.WARNING,
            "services on one broker use one schema registry",
            "The ids that one registry gives mean other schemas, or nothing, in another one",
            "Name the same schemaRegistryUrl in each document"),
    SYSTEM_KEY(
            Severity.ERROR,
            "senders and receivers agree on the key of a message",
            "The types of the keys differ, or one side frames keys with a schema id: what is read as the key is something else,"
                    + " and keys that are equal to one side are not to the other",
            "Make the Kafka message binding's key agree, and x-tidings.keys"),
    SYSTEM_KEY_ABSENT(
            Severity.WARNING,
            "what receivers read as keys is sent",
            "The receiver declares a key and the sender none: the receiver gets null. On a compacted topic, brokers refuse such"
                    + " records",
            "Declare the key in the sender's document, if it sends one"),
    SYSTEM_HEADER_ABSENT(
            Severity.ERROR,
            "headers that receivers require are sent",
            "The receiver requires a header that the sender does not declare; a warning where the sender declares it and may"
                    + " leave it out",
            "Declare the header in the sender's document, or let the receiver do without"),
    SYSTEM_HEADER_TYPE(
            Severity.ERROR,
            "senders and receivers agree on the types of headers",
            "Both declare the header, with types that have no value in common",
            "Give the header the sender's type"),
    SYSTEM_HEADER_VALUE(
            Severity.ERROR,
            "receivers take the values of headers that senders write",
            "Both declare the header with the same type, and the receiver's schema refuses values that the sender's allows: an enum"
                    + " without one of its symbols, a pattern, a bound",
            "Widen the receiver's schema of the header, or narrow the sender's to what it really writes"),
    SYSTEM_CORRELATION_ID(
            Severity.ERROR,
            "correlation ids stand where the other side looks for them",
            "The locations of the correlation id differ: answers do not find their questions. A warning where one side declares"
                    + " none, or where nobody answers",
            "Declare the same location on both sides"),
    SYSTEM_REPLY_ABSENT(
            Severity.ERROR,
            "who asks is answered",
            "The sender waits for a reply, and the receiver declares none",
            "Declare a reply on the receiver's operation, or none on the sender's"),
    SYSTEM_REPLY_UNEXPECTED(
            Severity.WARNING,
            "who answers was asked",
            "The receiver replies, and the sender does not wait for a reply",
            "Declare the reply on the sender's operation, or make the message a notice (x-tidings.style: command)"),
    SYSTEM_REPLY_CHANNEL(
            Severity.ERROR,
            "replies go where they are awaited",
            "The sender waits for the reply on another channel than the receiver sends it to",
            "Name the same address for the reply, or an address that travels in the request"),
    SYSTEM_REPLY_ADDRESS(
            Severity.ERROR,
            "the address for the reply stands where the receiver looks for it",
            "The receiver takes the address from the request, from a place where the sender does not put it",
            "Declare the same location of the reply's address on both sides"),
    SYSTEM_PARTITIONS(
            Severity.ERROR,
            "services agree on the number of partitions of a topic",
            "Only one number is true. With keys, the number decides which partition a key is in, and with it order and joins;"
                    + " without keys a warning",
            "Write the number that the topic has into each document, or only into that of its owner"),
    SYSTEM_CLEANUP_POLICY(
            Severity.ERROR,
            "services agree on the cleanup policy of a topic",
            "A service that counts on compaction loses entities on a topic that deletes, and one that counts on history loses"
                    + " it on a compacted one",
            "Write the policy that the topic has into each document, or only into that of its owner"),
    SYSTEM_TOPIC_SETTING(
            Severity.WARNING,
            "services agree on the settings of a topic",
            "Only one value is true",
            "Write the value that the topic has into each document, or only into that of its owner"),
    SYSTEM_RETENTION(
            Severity.WARNING,
            "services agree on how long messages can be read",
            "x-tidings.retention differs: compatibility is judged by it",
            "Declare the same retention in each document"),
    SYSTEM_UNREAD(
            Severity.WARNING,
            "what is sent is received by someone",
            "No document of the landscape receives from the channel",
            "Add the document of the service that does, or declare x-tidings.external: receivers on the channel"),
    SYSTEM_UNWRITTEN(
            Severity.WARNING,
            "what is received is sent by someone",
            "No document of the landscape sends to the channel",
            "Add the document of the service that does, or declare x-tidings.external: senders on the channel"),
    SYSTEM_SERVER(
            Severity.WARNING,
            "who share a channel name a common broker",
            "The documents name different brokers, and on each of them one side is missing: they are taken for names of one"
                    + " broker",
            "Call the broker the same in each document, as in production"),
    SYSTEM_SERVER_PROTOCOL(
            Severity.WARNING,
            "services speak with a broker in one protocol",
            "Two documents name the same host and port with different protocols",
            "Write the protocol that the listener at this port speaks"),
    SYSTEM_GROUP_SHARED(
            Severity.ERROR,
            "each service has a consumer group of its own",
            "Two services in one consumer group take each other's messages away; on different channels they make each other"
                    + " rebalance: a warning",
            "Give each service a groupId of its own"),
    SYSTEM_TYPE_TWICE(
            Severity.WARNING,
            "a full name means one schema",
            "Two services send different schemas under one Avro full name: who receives from both cannot have both classes, and"
                    + " subjects named after records collide",
            "Give one of them another namespace, or let both refer to one file"),
    SYSTEM_REQUEST_CYCLE(
            Severity.INFO,
            "no service waits for itself",
            "Requests go round in a circle: where each waits for an answer, all may wait for ever",
            "Turn one of the requests into an event or a command"),
    SYSTEM_SERVICE_TWICE(
            Severity.WARNING,
            "a version of a service stands in one document",
            "Two documents have the same id, or else the same title, and the same major version: the newest counts",
            "Name only the folders with current documents, or give different services different titles"),
    IMPACT_CHANNEL_GONE(
            Severity.ERROR,
            "channels that consumers use stay",
            "The new version no longer has the channel",
            "Keep the channel until its consumers have moved"),
    IMPACT_OPERATION_GONE(
            Severity.ERROR,
            "operations that consumers count on stay",
            "The channel is still there, and the owner does no longer send to it, or receive from it",
            "Keep the operation until its consumers have moved"),
    IMPACT_MESSAGE_GONE(
            Severity.ERROR,
            "messages that consumers use stay",
            "A message that the consumer sends is no longer received, or all that it receives by an"
                    + " operation is no longer sent. A warning where one of several that it receives comes no more",
            "Keep the message until its consumers have moved"),
    SYSTEM_SUPPRESSION_STALE(
            Severity.WARNING,
            "what is suppressed is found",
            "A suppression of the landscape matches no finding: nobody needs it any more, and it would hide the next mistake",
            "Remove the suppression, or correct what it matches"),
    SYSTEM_SUPPRESSION_EXPIRED(
            Severity.WARNING,
            "suppressions are younger than their last day",
            "A suppression of the landscape has expired, so what it matches counts again",
            "Mend what was suppressed, or decide anew until when it may stay");

    private final Severity severity;
    private final String summary;
    private final String explanation;
    private final String hint;

    SystemRule(Severity severity, String summary, String explanation, String hint) {
        this.severity = severity;
        this.summary = summary;
        this.explanation = explanation;
        this.hint = hint;
    }

    /** The rule of an id; empty where there is none. */
    public static Optional<SystemRule> named(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** As findings print it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it weighs at most. */
    public Severity severity() {
        return severity;
    }

    /** What should be so: a sentence without a capital letter and a full stop. */
    public String summary() {
        return summary;
    }

    /** What is wrong otherwise. */
    public String explanation() {
        return explanation;
    }

    /** The way out. */
    public String hint() {
        return hint;
    }
}
