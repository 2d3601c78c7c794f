package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;

/** The types that generated code stands on; the one place where their names are written. A test resolves each of them. */
final class RuntimeTypes {

    private static final String MESSAGING = "io.tidings.messaging";
    private static final String TESTING = "io.tidings.testing";
    private static final String REPLICATION = "io.tidings.replication";

    static final ClassName ADDRESS_PARAMETER = ClassName.get(MESSAGING, "AddressParameterException");
    static final ClassName ADDRESS_TEMPLATE = ClassName.get(MESSAGING, "AddressTemplate");
    static final ClassName ATOMIC_SINK = ClassName.get(MESSAGING, "AtomicSink");
    static final ClassName AVRO_KEY = ClassName.get(MESSAGING + ".serde", "AvroKey");
    static final ClassName BATCH_HANDLER = ClassName.get(MESSAGING, "BatchHandler");
    static final ClassName TYPED_BATCHES = BATCH_HANDLER.nestedClass("Typed");
    static final ClassName CASTING = ClassName.get(MESSAGING + ".serde", "Casting");
    static final ClassName CHANNEL = ClassName.get(MESSAGING, "Channel");
    static final ClassName CODED = ClassName.get(MESSAGING + ".avro", "Coded");
    static final ClassName DATUM_INPUT = ClassName.get(MESSAGING + ".avro", "DatumInput");
    static final ClassName DATUM_OUTPUT = ClassName.get(MESSAGING + ".avro", "DatumOutput");
    static final ClassName DOWNCASTER = ClassName.get(MESSAGING, "Downcaster");
    static final ClassName EXISTING_CLASSES = ClassName.get(MESSAGING + ".avro", "ExistingClasses");
    static final ClassName EXISTING_RECORDS = ClassName.get(MESSAGING + ".serde", "ExistingRecords");
    static final ClassName FALLBACK = ClassName.get(MESSAGING, "Fallback");
    static final ClassName FAULT_REPLY = ClassName.get(MESSAGING, "FaultReplyException");
    static final ClassName CONTEXT_FORMAT = ClassName.get(MESSAGING, "ContextFormat");
    static final ClassName GATHER = ClassName.get(MESSAGING, "Gather");
    static final ClassName GATHERED = ClassName.get(MESSAGING, "Gathered");
    static final ClassName GENERATED = ClassName.get(MESSAGING, "Generated");
    static final ClassName HEADER_TYPE = ClassName.get(MESSAGING, "HeaderType");
    static final ClassName KEY_TYPE = ClassName.get(MESSAGING, "KeyType");
    static final ClassName MAJORS = ClassName.get(MESSAGING + ".majors", "Majors");
    static final ClassName MAJORS_SUBSCRIPTION = ClassName.get(MESSAGING + ".majors", "MajorsSubscription");
    static final ClassName MAJORS_WRITER = ClassName.get(MESSAGING + ".majors", "MajorsWriter");
    static final ClassName MESSAGE_HANDLER = ClassName.get(MESSAGING, "MessageHandler");
    static final ClassName MESSAGE_SINK = ClassName.get(MESSAGING, "MessageSink");
    static final ClassName MESSAGE_TYPE = ClassName.get(MESSAGING, "MessageType");
    static final ClassName OUTGOING_MESSAGE = ClassName.get(MESSAGING, "OutgoingMessage");
    static final ClassName PENDING_HANDLER = ClassName.get(MESSAGING, "PendingHandler");
    static final ClassName PENDING_OUTCOME = ClassName.get(MESSAGING, "PendingOutcome");
    static final ClassName PENDING_REQUESTS = ClassName.get(MESSAGING, "PendingRequests");
    static final ClassName PLACE = ClassName.get(MESSAGING, "Place");
    static final ClassName POISON = ClassName.get(MESSAGING, "PoisonMessageException");
    static final ClassName READING = ClassName.get(MESSAGING + ".majors", "Reading");
    static final ClassName RECEIPT = ClassName.get(MESSAGING, "Receipt");
    static final ClassName RECEIVED = ClassName.get(MESSAGING, "Received");
    static final ClassName DELIVERY_MODE = ClassName.get(MESSAGING, "DeliveryMode");
    static final ClassName RECORD_CODEC = ClassName.get(MESSAGING + ".avro", "RecordCodec");
    static final ClassName REPLY_CHANNEL = ClassName.get(MESSAGING, "ReplyChannel");
    static final ClassName REPLYING = ClassName.get(MESSAGING, "Replying");
    static final ClassName REQUESTOR = ClassName.get(MESSAGING, "Requestor");
    static final ClassName SCHEMA_ID_LOCATION = ClassName.get(MESSAGING, "SchemaIdLocation");
    static final ClassName SEND_OPTIONS = ClassName.get(MESSAGING, "SendOptions");
    static final ClassName SERVER_CREDENTIAL =
            ClassName.get(MESSAGING + ".config", "ServerDefaults").nestedClass("Credential");
    static final ClassName SERVER_DEFAULTS = ClassName.get(MESSAGING + ".config", "ServerDefaults");
    static final ClassName SUBSCRIPTION = ClassName.get(MESSAGING, "Subscription");
    static final ClassName SUBSCRIPTION_SPEC = ClassName.get(MESSAGING, "SubscriptionSpec");
    static final ClassName SUBSCRIPTIONS = ClassName.get(MESSAGING, "Subscriptions");
    static final ClassName TOPIC_SPEC = ClassName.get(MESSAGING, "TopicSpec");
    static final ClassName TRANSPORT = ClassName.get(MESSAGING, "Transport");
    static final ClassName UPCASTER = ClassName.get(MESSAGING, "Upcaster");
    static final ClassName UPCASTING = ClassName.get(MESSAGING + ".majors", "Upcasting");
    static final ClassName WAITING = ClassName.get(MESSAGING, "Waiting");

    static final ClassName AT_LEAST = ClassName.get(REPLICATION, "AtLeast");
    static final ClassName COMPOSITE_KEY = ClassName.get(REPLICATION, "CompositeKey");
    static final ClassName DELETES = ClassName.get(REPLICATION, "Deletes");
    static final ClassName FEED = ClassName.get(REPLICATION, "Feed");
    static final ClassName INDEX = ClassName.get(REPLICATION, "Index");
    static final ClassName JOINED_VIEW = ClassName.get(REPLICATION, "JoinedView");
    static final ClassName REPLICA_DEFINITION = ClassName.get(REPLICATION, "ReplicaDefinition");
    static final ClassName REPLICA_VIEW = ClassName.get(REPLICATION, "ReplicaView");
    static final ClassName REPLICATION_ENGINE = ClassName.get(REPLICATION, "Replication");
    static final ClassName REPLICATION_OPTIONS = ClassName.get(REPLICATION, "ReplicationOptions");
    static final ClassName ROW_FOLD = ClassName.get(REPLICATION, "RowFold");
    static final ClassName SQL_STORE = ClassName.get(REPLICATION, "SqlStore");
    static final ClassName STALENESS = ClassName.get(REPLICATION, "Staleness");
    static final ClassName STORE_KIND = ClassName.get(REPLICATION, "StoreKind");
    static final ClassName VERSION_SOURCE = ClassName.get(REPLICATION, "VersionSource");

    static final ClassName HANDLER_UNDER_TEST = ClassName.get(TESTING, "HandlerUnderTest");
    static final ClassName PUBLISHER_UNDER_TEST = ClassName.get(TESTING, "PublisherUnderTest");
    static final ClassName TIDINGS_EXTENSION = ClassName.get(TESTING, "TidingsExtension");

    static final ClassName BEFORE_ALL = ClassName.get("org.junit.jupiter.api", "BeforeAll");
    static final ClassName REGISTER_EXTENSION = ClassName.get("org.junit.jupiter.api.extension", "RegisterExtension");
    static final ClassName TEST = ClassName.get("org.junit.jupiter.api", "Test");

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");

    private RuntimeTypes() {}
}
