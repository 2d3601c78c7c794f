package io.tidings.messaging.config;

import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.parking.ParkingPolicy;
import io.tidings.messaging.proxy.BreakerSettings;
import io.tidings.registry.RegistrySettings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The user's one map, split: a key goes to each of Kafka's clients that knows it, {@code producer.}, {@code consumer.} and
 * {@code admin.} before a key give it to that client alone, {@code schema.registry.} goes to the registry, {@code tidings.} to
 * us, and what nobody knows goes to all of Kafka's clients, since interceptors and callbacks read settings of their own.
 */
public final class ClientSettings {

    /** So many records for each handler a member of a share group asks for at a time. */
    private static final int LENT_TO_EACH_HANDLER = 4;

    static final String PRODUCER = "producer.";
    static final String CONSUMER = "consumer.";
    static final String ADMIN = "admin.";
    static final String TIDINGS = "tidings.";

    private final Map<String, String> all;
    private final AbstractConfig tidings;

    private ClientSettings(Map<String, String> all) {
        this.all = all;
        this.tidings = new AbstractConfig(TidingsConfig.DEFINITION, all, false);
    }

    /**
     * Reads a configuration.
     *
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public static ClientSettings of(Map<String, String> configuration) {
        Map<String, String> sorted = Collections.unmodifiableMap(new TreeMap<>(configuration));
        return of(sorted, ConfigurationCheck.problems(sorted));
    }

    /**
     * Reads a configuration for what encodes and decodes nothing, and therefore needs no registry.
     *
     * @throws InvalidConfigurationException with everything else that is wrong
     */
    public static ClientSettings withoutRegistry(Map<String, String> configuration) {
        Map<String, String> sorted = Collections.unmodifiableMap(new TreeMap<>(configuration));
        return of(
                sorted,
                ConfigurationCheck.problems(sorted).stream()
                        .filter(problem -> !problem.key().equals(RegistrySettings.URL))
                        .toList());
    }

    private static ClientSettings of(Map<String, String> sorted, List<ConfigurationProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        return new ClientSettings(sorted);
    }

    /** For a producer that is idempotent and waits for all replicas. */
    public Map<String, Object> producer() {
        return merged(
                KafkaDefaults.PRODUCER,
                part(all, PRODUCER, ProducerConfig.configNames()),
                KafkaDefaults.PRODUCER_FIXED);
    }

    /**
     * For a producer that goes on for as long as it lives: one that gives up a message lets those behind it land, and the
     * same one, sent again, comes too late. What waits for it gives up after {@link #deliveryTimeout}.
     */
    public Map<String, Object> tirelessProducer() {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
        return settings;
    }

    /** How long a message may take until the broker has acknowledged it: {@code delivery.timeout.ms}. */
    public Duration deliveryTimeout() {
        return Duration.ofMillis((Integer) ofProducer(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    }

    /** In bytes: {@code max.request.size}. */
    public int largestRequest() {
        return (Integer) ofProducer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
    }

    /** Whether what is sent is smaller than it looks. */
    public boolean compresses() {
        return !"none".equals(ofProducer(ProducerConfig.COMPRESSION_TYPE_CONFIG));
    }

    private Object ofProducer(String key) {
        ConfigDef.ConfigKey definition =
                Objects.requireNonNull(ProducerConfig.configDef().configKeys().get(key));
        Object chosen = producer().getOrDefault(key, definition.defaultValue);
        return Objects.requireNonNull(ConfigDef.parseType(key, chosen, definition.type));
    }

    /** For a producer whose transactions fence those of a predecessor with the same id. */
    public Map<String, Object> producer(String transactionalId) {
        Map<String, Object> settings = producer();
        KafkaDefaults.TRANSACTIONAL_PRODUCER.forEach(settings::putIfAbsent);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return settings;
    }

    /** For a member of a group. */
    public Map<String, Object> consumer(String group) {
        Map<String, Object> settings = consumerWithoutGroup();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return settings;
    }

    /** For a member of a share group (KIP-932), without what those refuse: the broker keeps it for the group. */
    public Map<String, Object> shareConsumer(String group) {
        Map<String, Object> settings = consumer(group);
        settings.keySet().removeAll(ConfigurationCheck.REFUSED_BY_SHARE_GROUPS);
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // What is lent to us and not begun, others cannot have; and each time that it is given back counts.
        settings.putIfAbsent(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        settings.putIfAbsent(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(LENT_TO_EACH_HANDLER * handlerThreads()));
        return settings;
    }

    /** What of the consumer's settings has no effect on members of share groups, and what to do instead. */
    public List<ConfigurationProblem> refusedByShareGroups() {
        return ConfigurationCheck.refusedByShareGroups(all);
    }

    /** Where a group begins that has never been: {@code auto.offset.reset}. */
    public String autoOffsetReset() {
        return String.valueOf(consumerWithoutGroup().get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG));
    }

    /** Whether consumers see what is not committed: {@code isolation.level}. */
    public String isolationLevel() {
        return String.valueOf(consumerWithoutGroup().get(ConsumerConfig.ISOLATION_LEVEL_CONFIG));
    }

    /** For a consumer that is given its partitions. */
    public Map<String, Object> consumerWithoutGroup() {
        Map<String, Object> settings = merged(
                KafkaDefaults.CONSUMER,
                part(all, CONSUMER, ConsumerConfig.configNames()),
                KafkaDefaults.CONSUMER_FIXED);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    public Map<String, Object> admin() {
        return merged(Map.of(), part(all, ADMIN, AdminClientConfig.configNames()), Map.of());
    }

    /** Everything, for the registry and the codec: they take what they know. */
    public Map<String, String> all() {
        return all;
    }

    public String bootstrapServers() {
        return all.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    public Duration connectTimeout() {
        return millis(TidingsConfig.CONNECT_TIMEOUT);
    }

    public Duration closeTimeout() {
        return millis(TidingsConfig.CLOSE_TIMEOUT);
    }

    public int handlerThreads() {
        return tidings.getInt(TidingsConfig.HANDLER_THREADS);
    }

    /** Whether handlers find their message in the logging context. */
    public boolean logContext() {
        return tidings.getBoolean(TidingsConfig.LOG_CONTEXT);
    }

    public RetryPolicy retryPolicy() {
        return new RetryPolicy(
                millis(TidingsConfig.RETRY_BACKOFF),
                millis(TidingsConfig.RETRY_BACKOFF_MAX),
                tidings.getInt(TidingsConfig.RETRY_ATTEMPTS));
    }

    /** In milliseconds; -1 for ever. */
    public long deadLetterRetention() {
        return tidings.getLong(TidingsConfig.DEAD_LETTER_RETENTION);
    }

    public ParkingPolicy parkingPolicy() {
        return new ParkingPolicy(
                tidings.getBoolean(TidingsConfig.PARK_KEYS), tidings.getInt(TidingsConfig.PARKED_KEYS_MAX));
    }

    public int outstandingRequests() {
        return tidings.getInt(TidingsConfig.REQUESTS_MAX);
    }

    /** Where to hear of replies: what does not say so itself is decided here. */
    public <K> ReplyChannel<K> replyChannel(ReplyChannel<K> replies) {
        boolean ownByDefault = tidings.getString(TidingsConfig.REPLY_CHANNEL).equals("instance");
        return ownByDefault && replies.instance() == null
                ? replies.ofInstance(tidings.getString(TidingsConfig.INSTANCE))
                : replies;
    }

    public BreakerSettings breaker() {
        return new BreakerSettings(
                tidings.getInt(TidingsConfig.BREAKER_FAILURE_RATE),
                tidings.getInt(TidingsConfig.BREAKER_WINDOW),
                millis(TidingsConfig.BREAKER_OPEN));
    }

    /** What may be done about topics: a value of {@link TidingsConfig#PROVISION_MODE}. */
    public String provisionMode() {
        return tidings.getString(TidingsConfig.PROVISION_MODE);
    }

    /** 0 leaves it to the document. */
    public short provisionedReplicas() {
        return tidings.getShort(TidingsConfig.PROVISION_REPLICAS);
    }

    private Duration millis(String key) {
        return Duration.ofMillis(tidings.getLong(key));
    }

    /** What one of Kafka's clients takes of it all. */
    static Map<String, String> part(Map<String, String> all, String prefix, Set<String> known) {
        Map<String, String> part = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (known.contains(key) || SettingOwner.of(key) == SettingOwner.NOBODY) {
                part.put(key, value);
            }
        });
        all.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), value);
            }
        });
        return part;
    }

    private static Map<String, Object> merged(
            Map<String, String> defaults, Map<String, String> chosen, Map<String, String> fixed) {
        Map<String, Object> settings = new LinkedHashMap<>(defaults);
        settings.putAll(chosen);
        settings.putAll(fixed);
        return settings;
    }
}
