package io.tidings.messaging.kafka;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransactionalSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a relay puts messages that it finds encoded: brokers, and no registry. For a relay in a process of its own; a service
 * gives its relay {@link KafkaTransport#transactionalSink}. Safe for use by several threads.
 */
public final class KafkaRelayTarget implements AutoCloseable {
    private static final String REGISTRY = "schema.registry.url";

    private final KafkaTransport transport;

    private KafkaRelayTarget(KafkaTransport transport) {
        this.transport = transport;
    }

    /**
     * Connects.
     *
     * @param configuration as services have it; what is said of a registry is not looked at
     * @throws io.tidings.messaging.config.InvalidConfigurationException with everything that is wrong with the settings
     * @throws io.tidings.messaging.UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     */
    public static KafkaRelayTarget connect(Map<String, String> configuration) {
        Map<String, String> settings = new HashMap<>(configuration);
        settings.keySet().removeIf(key -> key.startsWith("schema.registry."));
        // Nobody's: it stands where a registry must be named and none is asked.
        settings.put(REGISTRY, "mock://none");
        return new KafkaRelayTarget(KafkaTransport.connect(settings, new Nothing()));
    }

    /** As {@link KafkaTransport#transactionalSink}. */
    public TransactionalSink open(String transactionalId) {
        return transport.transactionalSink(transactionalId);
    }

    @Override
    public void close() {
        transport.close();
    }

    /** What is relayed was encoded when it was written. */
    private static final class Nothing implements MessageCodec {
        @Override
        public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
            throw new UnsupportedOperationException("A relay encodes nothing");
        }

        @Override
        public <K> Received<K, ?> decode(
                Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
            throw new UnsupportedOperationException("A relay decodes nothing");
        }
    }
}
