package io.tidings.testing;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.contract.BrokerUnderTest;
import java.util.List;
import java.util.Map;

/** A real broker, for the contracts. */
final class KafkaUnderTest implements BrokerUnderTest {

    private final TidingsExtension tidings;

    KafkaUnderTest(TidingsExtension tidings) {
        this.tidings = tidings;
    }

    @Override
    public Transport connect() {
        return KafkaTransport.connect(tidings.configuration());
    }

    @Override
    public void createChannel(String address, int partitions) {
        tidings.transport().provision(List.of(new TopicSpec(address, partitions, 1, Map.of())));
    }

    @Override
    public MessageCodec codec(Transport transport) {
        return ((KafkaTransport) transport).codec();
    }

    @Override
    public TransactionalSink transactionalSink(Transport transport, String transactionalId) {
        return ((KafkaTransport) transport).transactionalSink(transactionalId);
    }

    @Override
    public void seek(Transport transport, String group, Channel<?> channel, StartPosition position) {
        ((KafkaTransport) transport).seek(group, channel, position);
    }

    @Override
    public void append(EncodedMessage message) {
        ForeignProducer.send(KafkaBroker.shared().bootstrapServers(), message);
    }

    @Override
    public DeadLetterChannel deadLetterChannel(Transport transport, String address, String group) {
        return ((KafkaTransport) transport).deadLetterChannel(address, group);
    }

    @Override
    public List<EncodedMessage> deadLetters(String address, String group) {
        return tidings.topics().deadLetters(address, group);
    }
}
