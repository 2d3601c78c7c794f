package io.tidings.testing;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.testing.contract.BrokerUnderTest;
import java.util.List;

/** A broker in memory, for the contracts. */
final class MemoryUnderTest implements BrokerUnderTest {

    private final InMemoryTransport shared = InMemoryTransport.create();

    @Override
    public Transport connect() {
        return connect(new MessagingListener[0]);
    }

    Transport connect(MessagingListener... listeners) {
        return shared.broker().connect(shared.codec(), listeners);
    }

    @Override
    public void createChannel(String address, int partitions) {
        // A channel is there when it is first used.
    }

    @Override
    public MessageCodec codec(Transport transport) {
        return shared.codec();
    }

    @Override
    public TransactionalSink transactionalSink(Transport transport, String transactionalId) {
        return ((InMemoryTransport) transport).transactionalSink(transactionalId);
    }

    @Override
    public void seek(Transport transport, String group, Channel<?> channel, StartPosition position) {
        ((InMemoryTransport) transport).seek(group, channel, position);
    }

    @Override
    public void append(EncodedMessage message) {
        shared.broker().append(message);
    }

    @Override
    public DeadLetterChannel deadLetterChannel(Transport transport, String address, String group) {
        return ((InMemoryTransport) transport).deadLetterChannel(address, group);
    }

    @Override
    public List<EncodedMessage> deadLetters(String address, String group) {
        return shared.broker().messages(DeadLetters.address(address, group));
    }
}
