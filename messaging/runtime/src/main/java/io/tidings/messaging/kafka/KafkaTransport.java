package io.tidings.messaging.kafka;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.CatchUp;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.config.ConnectedCodec;
import io.tidings.messaging.delivery.Asking;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.LogContext;
import io.tidings.messaging.delivery.OutstandingRequests;
import io.tidings.messaging.delivery.ReplyJoin;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.RequestWatch;
import io.tidings.messaging.observe.SinkWatch;
import io.tidings.messaging.parking.DeadLetterStore;
import io.tidings.messaging.parking.StoredDeadLetters;
import io.tidings.messaging.proxy.GuardedRequestor;
import io.tidings.messaging.proxy.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels as Kafka's topics. Safe for use by several threads; one serves a whole application.
 *
 * <p>Settings: those of Kafka's clients under their own names ({@code producer.}, {@code consumer.} and {@code admin.} before
 * a name mean that client alone), {@code schema.registry.url} and what else the registry takes, and those of {@link
 * io.tidings.messaging.config.TidingsConfig}.
 */
public final class KafkaTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTransport.class);

    private final ClientSettings settings;
    private final Clients clients;
    private final MessageCodec codec;
    private final Runnable onClose;
    private final Listeners listeners;
    private final Admin admin;
    private final Topics topics;
    private final Admission admission;
    private final KafkaSink sink;
    private final LazyProducer deadLetters;
    private final SinkWatch sending;
    private final Map<AutoCloseable, Supplier<Health>> open = new ConcurrentHashMap<>();

    private KafkaTransport(
            ClientSettings settings, MessageCodec codec, Admin admin, Runnable onClose, Listeners listeners) {
        this.settings = settings;
        this.clients = new Clients(settings);
        this.codec = codec;
        this.onClose = onClose;
        this.listeners = listeners;
        this.admin = admin;
        this.topics = new Topics(admin, settings.connectTimeout());
        this.admission = new Admission(new SizeLimit(settings.largestRequest()), settings.compresses(), topics);
        this.sending = listeners.sink();
        this.sink = new KafkaSink(
                codec,
                clients.tirelessProducer(),
                admission::check,
                topics::forget,
                new PendingReceipts(settings.deliveryTimeout()).started(),
                sending);
        this.deadLetters = new LazyProducer(clients::deadLetterProducer);
    }

    /**
     * Connects, with Avro in Confluent's wire format and CloudEvents headers.
     *
     * @throws io.tidings.messaging.config.InvalidConfigurationException with everything that is wrong with the settings
     * @throws io.tidings.messaging.UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}, or no
     *     schema is cached on disk and the registry does not answer
     */
    public static KafkaTransport connect(Map<String, String> configuration) {
        return builder(configuration).connect();
    }

    /** To connect with more than a configuration. */
    public static Builder builder(Map<String, String> configuration) {
        return new Builder(configuration);
    }

    private static KafkaTransport connect(ClientSettings settings, Listeners listeners) {
        ConnectedCodec codec = ConnectedCodec.open(settings);
        try {
            KafkaTransport transport = connect(settings, codec.codec(), codec::close, listeners);
            try {
                codec.verify();
                return transport;
            } catch (RuntimeException e) {
                transport.close();
                throw e;
            }
        } catch (RuntimeException e) {
            codec.close();
            throw e;
        }
    }

    /** Connects with a codec of the caller's; throws what {@link #connect(Map)} throws, but for the registry. */
    public static KafkaTransport connect(Map<String, String> configuration, MessageCodec codec) {
        return builder(configuration).codec(codec).connect();
    }

    private static KafkaTransport connect(
            ClientSettings settings, MessageCodec codec, Runnable onClose, Listeners listeners) {
        BrokerProbe probe = new BrokerProbe(settings.bootstrapServers(), settings.connectTimeout());
        probe.awaitListener();
        Admin admin = new Clients(settings).admin();
        try {
            probe.awaitBroker(admin);
            return new KafkaTransport(settings, codec, admin, onClose, listeners);
        } catch (RuntimeException e) {
            admin.close(settings.closeTimeout());
            throw e;
        }
    }

    /** What messages are encoded and decoded with; an outbox encodes with the same. */
    public MessageCodec codec() {
        return codec;
    }

    @Override
    public MessageSink sink() {
        return sink;
    }

    @Override
    public boolean flush(Duration deadline) throws InterruptedException {
        return sink.flush(deadline);
    }

    /**
     * Opens a sink for a relay; whoever had one with this id is fenced from now on. It sends by two producers in turn: the broker
     * must permit this id and the same with {@code ~2} behind it.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the broker does not answer in time
     */
    public TransactionalSink transactionalSink(String transactionalId) {
        return AlternatingSink.open(
                transactionalId,
                id -> new KafkaTransactionalSink(id, clients.producer(id), admission::check, settings.closeTimeout()));
    }

    @Override
    public AtomicSink atomicSink(String transactionalId) {
        KafkaAtomicSink opened = KafkaAtomicSink.open(
                transactionalId, codec, admission::check, () -> transactionalSink(transactionalId), settings, sending);
        open.put(opened, opened::health);
        return opened;
    }

    @Override
    public CatchUp catchUp(SubscriptionSpec<?> spec) {
        return KafkaCatchUp.of(admin, topics, spec, settings, clients);
    }

    /**
     * Does with topics what {@code tidings.provision.mode} says: unless it is set otherwise, creates those that are missing, and
     * waits until they are there; those that exist stay as they are.
     *
     * @return what was done
     * @throws io.tidings.messaging.config.InvalidConfigurationException with all that the broker refuses
     * @throws TopicsDifferException if they are to be checked, and are not as specified
     */
    public TopicReport provision(List<TopicSpec> specs) {
        return provisioner().provision(specs);
    }

    /** Creates, checks or alters topics, over this transport's connection; to be closed with it. */
    public TopicProvisioner provisioner() {
        return TopicProvisioner.over(admin, settings, () -> {});
    }

    /**
     * Moves a group that is not running, in all partitions of a channel: what lies before is not delivered, what lies behind
     * is, again if it was before. The group need not exist yet.
     *
     * @param position anything but {@link StartPosition#COMMITTED}
     * @throws IllegalStateException if the group has members; the message names them
     * @throws io.tidings.messaging.MissingTopicException if there is no such topic
     * @throws io.tidings.messaging.TransientMessagingException if the broker does not answer in time
     */
    public void seek(String group, Channel<?> channel, StartPosition position) {
        new GroupPositions(admin, topics, settings.connectTimeout()).seek(group, channel.address(), position);
    }

    /** @throws io.tidings.messaging.MissingTopicException if there is no such topic */
    @Override
    public <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        String topic = spec.channel().address();
        topics.require(topic);
        handler.subscribing(spec, () -> deadLetterTopics(topic, spec.group()).retention());
        if (spec.delivery() == DeliveryMode.SHARED) {
            return share(spec, handler);
        }
        String name = "tidings-" + spec.group() + "-" + topic;
        ScheduledThreadPoolExecutor workers = WorkerThread.pool(name, settings.handlerThreads());
        Delivery<K> delivery = new Delivery<>(codec, spec, inContext(spec, handler), settings.retryPolicy(), listeners);
        DeadLetterTopics deadLetterTopics = deadLetterTopics(topic, spec.group());
        ParkedFollower follower =
                new ParkedFollower(name + "-parked", deadLetterTopics, () -> clients.reader(deadLetterTopics.parked()));
        Lanes<K> lanes = new Lanes<>(new LaneOpening<>(
                settings,
                spec.group(),
                delivery,
                deadLetterStore(deadLetterTopics, follower::begin),
                follower,
                workers));
        PollLoop loop = new PollLoop(
                name,
                topic,
                () -> clients.consumer(spec.group(), topic),
                lanes,
                new StartPositions(spec.start(), settings.connectTimeout()),
                settings.closeTimeout(),
                delivery.watch());
        KafkaSubscription subscription = new KafkaSubscription(
                name,
                loop,
                new GroupShares(admin, topics, settings.connectTimeout()).belongToOthers(spec.group(), topic),
                follower,
                delivery.watch(),
                lanes::size,
                new ConsumerLag(loop::consumer)::records,
                workers,
                settings.closeTimeout(),
                open::remove);
        open.put(subscription, subscription::health);
        return subscription.started();
    }

    private <K> MessageHandler<K> inContext(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        return settings.logContext() ? LogContext.around(spec, handler) : handler;
    }

    private <K> Subscription share(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        settings.refusedByShareGroups().forEach(problem -> LOG.warn("{}", problem));
        String topic = spec.channel().address();
        String name = "tidings-" + spec.group() + "-" + topic;
        ShareGroups groups = new ShareGroups(admin, settings.connectTimeout());
        int deliveryLimit =
                groups.prepare(spec.group(), spec.start(), settings.autoOffsetReset(), settings.isolationLevel());
        ScheduledThreadPoolExecutor workers = WorkerThread.pool(name, settings.handlerThreads());
        DeadLetterStore store = deadLetterStore(deadLetterTopics(topic, spec.group()), () -> {});
        SharedWork<K> work = new SharedWork<>(
                new Delivery<>(codec, spec, inContext(spec, handler), settings.retryPolicy(), listeners),
                (record, cause, attempts) -> store.put(
                        DeadLetters.letter(
                                Records.incoming(record),
                                Records.origin(record),
                                spec.group(),
                                cause,
                                attempts,
                                Instant.now()),
                        record.partition()),
                workers,
                deliveryLimit);
        String clientId = clients.uniqueId(spec.group());
        ShareSubscription subscription = new ShareSubscription(
                name,
                new ShareLoop(
                        name, topic, clients.shareConsumer(spec.group(), clientId), work, settings.closeTimeout()),
                groups.membership(spec.group(), clientId),
                workers,
                settings.closeTimeout(),
                open::remove);
        open.put(subscription, subscription::health);
        return subscription.started();
    }

    /** What a group could not handle of a channel: to be looked at, replayed, or dropped. */
    public DeadLetterChannel deadLetterChannel(String address, String group) {
        return new StoredDeadLetters(address, group, deadLetterStore(deadLetterTopics(address, group), () -> {}));
    }

    private DeadLetterStore deadLetterStore(DeadLetterTopics topicsOfGroup, Runnable onMark) {
        return new KafkaDeadLetterStore(
                deadLetters, topicsOfGroup, () -> clients.reader(topicsOfGroup.letters()), onMark);
    }

    private DeadLetterTopics deadLetterTopics(String topic, String group) {
        return new DeadLetterTopics(topics, topic, group, settings.deadLetterRetention());
    }

    /** @throws io.tidings.messaging.MissingTopicException if there is no such reply topic */
    @Override
    public Requestor requestor(ReplyChannel<?> replies) {
        ReplyChannel<?> own = settings.replyChannel(replies);
        String topic = own.address();
        int partitions = own.instance() == null
                ? topics.describe(topic).partitions().size()
                : topics.requireReplies(topic, own.channel().address(), settings.provisionedReplicas());
        String name = "tidings-replies-" + topic;
        RequestWatch watch = listeners.requests(topic);
        OutstandingRequests requests = new OutstandingRequests(name, settings.outstandingRequests(), watch);
        ReplyJoin join = new ReplyJoin(codec, own, requests);
        ReplyLoop loop = new ReplyLoop(
                name, clients.replyConsumer(topic), topic, partitions, join, settings.connectTimeout(), watch);
        KafkaRequestor requestor = new KafkaRequestor(
                name, new Asking(sink, own, requests), requests, loop, settings.closeTimeout(), closed -> {
                    open.remove(closed);
                    watch.closed();
                });
        Requestor guarded =
                GuardedRequestor.around(requestor.started(), settings.breaker(), new SteadyClock(), watch::breaker);
        open.put(requestor, guarded::health);
        watch.opened(guarded);
        return guarded;
    }

    /** Of its sink, its subscriptions and its requestors. */
    @Override
    public Health health() {
        return Health.of(Stream.concat(
                        Stream.of(sending.health()), open.values().stream().map(Supplier::get))
                .toList());
    }

    @Override
    public void close() {
        Closing closing = new Closing();
        closing.closeAll(open.keySet());
        closing.close(() -> sink.close(settings.closeTimeout()));
        closing.close(() -> deadLetters.close(settings.closeTimeout()));
        closing.close(() -> admin.close(settings.closeTimeout()));
        closing.close(onClose::run);
    }

    /** What a transport is made of beside its configuration. Used by one thread. */
    public static final class Builder {

        private final Map<String, String> configuration;
        private final List<MessagingListener> listeners = new ArrayList<>();
        private @Nullable MessageCodec codec;

        private Builder(Map<String, String> configuration) {
            this.configuration = Map.copyOf(configuration);
        }

        /** In the place of Avro in Confluent's wire format, and then no registry is connected. */
        public Builder codec(MessageCodec own) {
            this.codec = own;
            return this;
        }

        /** Told of what happens, as others that are given. */
        public Builder listener(MessagingListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Connects.
         *
         * @throws io.tidings.messaging.config.InvalidConfigurationException as {@link KafkaTransport#connect(Map)}
         * @throws io.tidings.messaging.UnreachableException as {@link KafkaTransport#connect(Map)}
         */
        public KafkaTransport connect() {
            ClientSettings settings = ClientSettings.of(configuration);
            Listeners told = Listeners.of(listeners);
            MessageCodec own = codec;
            return own == null
                    ? KafkaTransport.connect(settings, told)
                    : KafkaTransport.connect(settings, own, () -> {}, told);
        }
    }
}
