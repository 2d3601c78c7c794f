package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.Channel;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.testing.RecordingHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What publishers of two versions rest on: several messages arrive, or none. */
public abstract class AtomicSinkContract extends TransportContract {

    @Test
    void severalArriveInOrderOnEachOfTheirChannels() throws Exception {
        Channel<String> one = channel("one", 3);
        Channel<String> other = channel("other", 2);
        Transport transport = connect();
        RecordingHandler<String> ofOne = new RecordingHandler<>();
        RecordingHandler<String> ofOther = new RecordingHandler<>();
        subscribe(transport, one, unique("group"), ofOne);
        subscribe(transport, other, unique("group"), ofOther);
        AtomicSink sink = transport.atomicSink(unique("instance"));

        List<CompletableFuture<List<Receipt>>> sent = new ArrayList<>();
        for (long number = 0; number < 50; number++) {
            sent.add(sink.sendTogether(List.of(parcel(one, "key", number), parcel(other, "key", number)))
                    .toCompletableFuture());
        }
        for (var receipts : sent) {
            assertEquals(
                    List.of(one.address(), other.address()),
                    receipts.get(SOON.toSeconds(), TimeUnit.SECONDS).stream()
                            .map(Receipt::address)
                            .toList());
        }

        List<Long> all = LongStream.range(0, 50).boxed().toList();
        assertEquals(all, numbers(ofOne.await(50, SOON)));
        assertEquals(all, numbers(ofOther.await(50, SOON)));
    }

    @Test
    void ifOneCanNeverBeSentNoneIs() throws Exception {
        Channel<String> one = channel("one", 1);
        Channel<String> other = channel("other", 1);
        Transport transport = connect();
        RecordingHandler<String> ofOne = new RecordingHandler<>();
        RecordingHandler<String> ofOther = new RecordingHandler<>();
        subscribe(transport, one, unique("group"), ofOne);
        subscribe(transport, other, unique("group"), ofOther);
        AtomicSink sink = transport.atomicSink(unique("instance"));

        OutgoingMessage<String, Parcel> bad = OutgoingMessage.of(
                other, PARCEL, "key", new Parcel("key", 1), SendOptions.NONE.withHeader("ce_id", "not to be set"));
        assertThrows(PoisonMessageException.class, () -> sink.sendTogether(List.of(parcel(one, "key", 1), bad)));
        sink.sendTogether(List.of(parcel(one, "key", 2), parcel(other, "key", 2)))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);

        assertEquals(List.of(2L), numbers(ofOne.await(1, SOON)));
        assertEquals(List.of(2L), numbers(ofOther.await(1, SOON)));
    }

    @Test
    void nothingIsDoneForNone() throws Exception {
        AtomicSink sink = connect().atomicSink(unique("instance"));
        assertTrue(sink.sendTogether(List.of())
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS)
                .isEmpty());
    }

    @Test
    void aSinkForOneMessageAtATimeToo() throws Exception {
        Channel<String> channel = channel("single", 1);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        Receipt receipt = transport
                .atomicSink(unique("instance"))
                .send(parcel(channel, "key", 7))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertEquals(List.of(7L), numbers(handler.await(1, SOON)));
        assertEquals(
                receipt.messageId(), handler.await(1, SOON).get(0).metadata().id());
    }
}
