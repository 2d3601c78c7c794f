package io.tidings.testing;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.parking.DeadLetterStore;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Letters and marks as messages of a broker in memory. */
final class InMemoryDeadLetterStore implements DeadLetterStore {

    private final InMemoryBroker broker;
    private final String letters;
    private final String parked;

    InMemoryDeadLetterStore(InMemoryBroker broker, String address, String group) {
        this.broker = broker;
        this.letters = DeadLetters.address(address, group);
        this.parked = DeadLetters.parkedAddress(address, group);
    }

    @Override
    public long put(EncodedMessage letter, int partition) {
        Receipt receipt = broker.append(letter);
        return Objects.requireNonNull(receipt.position(), "Memory has positions")
                .offset();
    }

    @Override
    public void mark(EncodedMessage mark, int partition) {
        broker.append(mark);
    }

    @Override
    public void marks(Consumer<EncodedMessage> reader) {
        marksFrom(0).forEach(reader);
    }

    List<EncodedMessage> marksFrom(int position) {
        List<EncodedMessage> all = broker.messages(parked);
        return all.subList(position, all.size());
    }

    @Override
    public void read(int partition, long from, Reader reader) {
        List<EncodedMessage> all = broker.messages(letters);
        boolean more = true;
        for (int position = (int) from; more && position < all.size(); position++) {
            more = reader.read(position, all.get(position));
        }
    }
}
