package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransactionalSink.FencedException;
import io.tidings.messaging.Transport;
import io.tidings.testing.RecordingHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What relays rest on: batches in order, and nothing from a predecessor. */
public abstract class TransactionalSinkContract extends TransportContract {

    @Test
    void batchesArriveInOrder() throws Exception {
        Channel<String> channel = channel("batches", 3);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        TransactionalSink sink = transactionalSink(transport, unique("relay"));

        sink.send(batch(transport, channel, 0, 10));
        sink.send(List.of());
        sink.send(batch(transport, channel, 10, 20));

        assertEquals(LongStream.range(0, 20).boxed().toList(), numbers(handler.await(20, SOON)));
    }

    @Test
    void aPredecessorIsFenced() throws Exception {
        Channel<String> channel = channel("fenced", 1);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        List<EncodedMessage> late = batch(transport, channel, 100, 102);
        int sent = 0;

        // However much it has sent before: it may send by several producers in turn.
        for (int before = 0; before < 3; before++) {
            String id = unique("relay");
            TransactionalSink predecessor = transactionalSink(transport, id);
            for (int i = 0; i < before; i++) {
                predecessor.send(batch(transport, channel, sent, ++sent));
            }
            TransactionalSink successor = transactionalSink(transport, id);

            assertThrows(FencedException.class, () -> predecessor.send(late));
            assertThrows(RuntimeException.class, () -> predecessor.send(late));
            assertThrows(RuntimeException.class, () -> predecessor.send(late));
            successor.send(batch(transport, channel, sent, ++sent));
        }

        assertEquals(LongStream.range(0, sent).boxed().toList(), numbers(handler.await(sent, SOON)));
    }

    private List<EncodedMessage> batch(Transport transport, Channel<String> channel, long from, long to) {
        List<EncodedMessage> batch = new ArrayList<>();
        for (long number = from; number < to; number++) {
            batch.add(broker().codec(transport).encode(parcel(channel, "key", number)));
        }
        return batch;
    }
}
