package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Received;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where groups begin, and how they are moved. */
public abstract class StartPositionContract extends TransportContract {

    @Test
    void aGroupMayBeginAtTheEndAndThenGoesOnWhereItStopped() throws Exception {
        Channel<String> channel = channel("from-the-end", 2);
        String group = unique("group");
        Transport transport = connect();
        send(transport, channel, "key", 0, 3);
        RecordingHandler<String> none = new RecordingHandler<>();
        subscribe(transport, channel, group, StartPosition.END, none).close();
        send(transport, channel, "key", 3, 5);

        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, group, StartPosition.END, handler);
        send(transport, channel, "key", 5, 6);

        assertEquals(List.of(3L, 4L, 5L), numbers(handler.await(3, SOON)));
        assertEquals(List.of(), none.received());
    }

    @Test
    void aGroupMayBeginAtATime() throws Exception {
        Channel<String> channel = channel("from-a-time", 1);
        Transport transport = connect();
        send(transport, channel, "key", 0, 6);
        RecordingHandler<String> all = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), StartPosition.BEGINNING, all);
        List<Received<String, ?>> messages = all.await(6, SOON);
        Instant time = messages.get(3).origin().timestamp();
        List<Long> expected = numbers(messages.stream()
                .dropWhile(message -> message.origin().timestamp().isBefore(time))
                .toList());

        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), StartPosition.at(time), handler);

        assertEquals(expected, numbers(handler.await(expected.size(), SOON)));
    }

    @Test
    void aGroupIsMovedWhenItDoesNotRun() throws Exception {
        Channel<String> channel = channel("moved", 2);
        String group = unique("group");
        Transport transport = connect();
        send(transport, channel, "key", 0, 3);
        RecordingHandler<String> before = new RecordingHandler<>();
        Subscription subscription = subscribe(transport, channel, group, before);
        before.await(3, SOON);

        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> broker().seek(transport, group, channel, StartPosition.BEGINNING));
        assertTrue(String.valueOf(refused.getMessage()).contains(group), refused::toString);
        subscription.close();
        Eventually.eventually(SOON, () -> broker().seek(transport, group, channel, StartPosition.END));
        broker().seek(transport, group, channel, StartPosition.BEGINNING);

        RecordingHandler<String> again = new RecordingHandler<>();
        subscribe(transport, channel, group, StartPosition.END, again);
        assertEquals(List.of(0L, 1L, 2L), numbers(again.await(3, SOON)));
    }

    private Subscription subscribe(
            Transport transport,
            Channel<String> channel,
            String group,
            StartPosition start,
            RecordingHandler<String> handler)
            throws InterruptedException {
        return subscribe(transport, new SubscriptionSpec<>(channel, List.of(PARCEL), group).startingAt(start), handler);
    }
}
