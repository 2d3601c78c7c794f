package io.tidings.messaging.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.tidings.messaging.proxy.BreakerSettings;
import io.tidings.messaging.serde.CodecSettings;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The settings of our own: their names, types, defaults and what they are for. */
public final class TidingsConfig {

    public static final String CONNECT_TIMEOUT = "tidings.connect.timeout.ms";
    public static final String CLOSE_TIMEOUT = "tidings.close.timeout.ms";
    public static final String HANDLER_THREADS = "tidings.handler.threads";
    public static final String LOG_CONTEXT = "tidings.handler.log.context";
    public static final String RETRY_ATTEMPTS = "tidings.retry.attempts";
    public static final String RETRY_BACKOFF = "tidings.retry.backoff.ms";
    public static final String RETRY_BACKOFF_MAX = "tidings.retry.backoff.max.ms";
    public static final String DEAD_LETTER_RETENTION = "tidings.dead.letter.retention.ms";
    public static final String PARK_KEYS = "tidings.park.keys";
    public static final String PARKED_KEYS_MAX = "tidings.parked.keys.max";
    public static final String REQUESTS_MAX = "tidings.request.outstanding.max";
    public static final String REPLY_CHANNEL = "tidings.reply.channel";
    public static final String INSTANCE = "tidings.instance";
    public static final String BREAKER_FAILURE_RATE = "tidings.request.breaker.failure.rate";
    public static final String BREAKER_WINDOW = "tidings.request.breaker.window";
    public static final String BREAKER_OPEN = "tidings.request.breaker.open.ms";
    public static final String PROVISION_MODE = "tidings.provision.mode";
    public static final String PROVISION_REPLICAS = "tidings.provision.replicas";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    CodecSettings.SOURCE,
                    ConfigDef.Type.STRING,
                    "",
                    HIGH,
                    "The CloudEvents source of what is sent, a URI reference; 'urn:tidings:' and client.id where it is"
                            + " left out.")
            .define(
                    CodecSettings.STRICT_UTF8,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    LOW,
                    "Whether a message is refused whose text is not UTF-8, rather than read with replacement characters, as"
                            + " Avro reads it.")
            .define(
                    CONNECT_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    atLeast(1),
                    MEDIUM,
                    "How long to wait at the start for a broker"
                            + " and, where no schema is cached, for the registry to answer, in milliseconds.")
            .define(
                    CLOSE_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    atLeast(0),
                    MEDIUM,
                    "How long to wait for a message at hand to be"
                            + " done when a subscription is closed or loses a partition, in milliseconds.")
            .define(
                    HANDLER_THREADS,
                    ConfigDef.Type.INT,
                    4,
                    atLeast(1),
                    MEDIUM,
                    "How many messages of one subscription are handled at a time. Those of one key are handled one after"
                            + " the other, in order; those without a key, too.")
            .define(
                    LOG_CONTEXT,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    LOW,
                    "Whether the logging context (SLF4J's MDC) says which message a handler works on, under messageId,"
                            + " correlationId, traceId, channel and group.")
            .define(
                    RETRY_ATTEMPTS,
                    ConfigDef.Type.INT,
                    5,
                    atLeast(1),
                    MEDIUM,
                    "How often a message is tried whose handler fails for"
                            + " reasons nobody can judge, before it becomes a dead letter.")
            .define(
                    RETRY_BACKOFF,
                    ConfigDef.Type.LONG,
                    100L,
                    atLeast(0),
                    LOW,
                    "The wait after the first failure, in milliseconds;" + " it doubles with each.")
            .define(
                    RETRY_BACKOFF_MAX,
                    ConfigDef.Type.LONG,
                    10_000L,
                    atLeast(0),
                    LOW,
                    "No wait between attempts is longer, in" + " milliseconds.")
            .define(
                    DEAD_LETTER_RETENTION,
                    ConfigDef.Type.LONG,
                    -1L,
                    atLeast(-1),
                    MEDIUM,
                    "How long a dead letter channel that is"
                            + " created keeps its messages, in milliseconds; -1 for ever.")
            .define(
                    PARK_KEYS,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    MEDIUM,
                    "Whether the later messages of a key wait behind one that became a dead letter, so that their order"
                            + " holds. If not, each message is set aside by itself, and its successors overtake it.")
            .define(
                    PARKED_KEYS_MAX,
                    ConfigDef.Type.INT,
                    1000,
                    atLeast(1),
                    MEDIUM,
                    "How many keys of a partition may be parked. When one more would be, the partition waits until some"
                            + " are replayed or dropped.")
            .define(
                    REQUESTS_MAX,
                    ConfigDef.Type.INT,
                    1000,
                    atLeast(1),
                    MEDIUM,
                    "How many requests of one requestor may wait for a" + " reply at a time.")
            .define(
                    REPLY_CHANNEL,
                    ConfigDef.Type.STRING,
                    "shared",
                    ValidString.in("shared", "instance"),
                    MEDIUM,
                    "Where requestors hear of replies: on the reply channel that all instances share, each keeping its own; or"
                            + " each on a channel of its own, which has the shared one's address, a dot, and the value of"
                            + " 'tidings.instance'.")
            .define(
                    INSTANCE,
                    ConfigDef.Type.STRING,
                    "",
                    MEDIUM,
                    "This instance's name, the same after a restart, and no other instance's: that of its host, say.")
            .define(
                    BREAKER_FAILURE_RATE,
                    ConfigDef.Type.INT,
                    BreakerSettings.DEFAULT.failureRate(),
                    between(0, 100),
                    MEDIUM,
                    "How many of a hundred requests to one address must fail, as by passing their deadline, before none is"
                            + " sent for a while; 0 for no such circuit breaker. A fault reply is no failure.")
            .define(
                    BREAKER_WINDOW,
                    ConfigDef.Type.INT,
                    BreakerSettings.DEFAULT.window(),
                    atLeast(1),
                    LOW,
                    "How many of the last requests the circuit breaker looks at; it judges none before half of them are"
                            + " there.")
            .define(
                    BREAKER_OPEN,
                    ConfigDef.Type.LONG,
                    BreakerSettings.DEFAULT.openFor().toMillis(),
                    atLeast(1),
                    LOW,
                    "How long an open circuit breaker lets no request through, before a few are tried, in milliseconds.")
            .define(
                    PROVISION_MODE,
                    ConfigDef.Type.STRING,
                    "create",
                    ValidString.in("off", "create", "check", "create-and-check", "alter"),
                    MEDIUM,
                    "What may be done about topics that are to be provisioned: nothing; create those that are missing; compare"
                            + " all with the document and refuse to start if they differ; both; or both, and change the"
                            + " configuration of those that exist. Partitions and replicas are never changed.")
            .define(
                    PROVISION_REPLICAS,
                    ConfigDef.Type.SHORT,
                    (short) 0,
                    atLeast(0),
                    LOW,
                    "The replicas of topics that are created,"
                            + " whatever the document says: 1 on a developer's machine; 0 leaves it to the document.");

    private TidingsConfig() {}
}
