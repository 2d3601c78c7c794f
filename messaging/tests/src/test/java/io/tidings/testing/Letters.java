package io.tidings.testing;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.testing.contract.Parcel;
import java.time.Duration;
import java.util.List;

/** Messages for tests of what is particular to one transport. */
final class Letters {

    static final Duration SOON = Duration.ofSeconds(30);

    static final MessageType<Parcel> PARCEL = new MessageType<>("Parcel", Parcel.class, Parcel.SCHEMA$);

    private Letters() {}

    static Channel<String> channel(String address) {
        return new Channel<>("parcels", address, KeyType.STRING);
    }

    static OutgoingMessage<String, Parcel> parcel(Channel<String> channel, String label, long number) {
        return parcel("key", channel, label, number);
    }

    static OutgoingMessage<String, Parcel> parcel(String key, Channel<String> channel, String label, long number) {
        return OutgoingMessage.of(channel, PARCEL, key, new Parcel(label, number), SendOptions.NONE);
    }

    static List<Long> numbers(List<? extends Received<?, ?>> messages) {
        return messages.stream().map(Letters::number).toList();
    }

    static long number(Received<?, ?> message) {
        return message.payload() instanceof Parcel parcel ? parcel.getNumber() : -1;
    }
}
