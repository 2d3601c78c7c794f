package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Groups whose members share a channel without order. */
public abstract class SharedDeliveryContract extends TransportContract {

    @Test
    void membersWorkSideBySideOnOnePartition() throws Exception {
        Channel<Void> channel = commands("side-by-side");
        String group = unique("group");
        Transport transport = connect();
        CountDownLatch bothAtWork = new CountDownLatch(2);
        RecordingHandler<Void> one = new RecordingHandler<>();
        RecordingHandler<Void> other = new RecordingHandler<>();
        share(transport, channel, group, meeting(one, bothAtWork));
        share(connect(), channel, group, meeting(other, bothAtWork));

        sendAll(transport, channel, 0, 40);

        assertTrue(bothAtWork.await(SOON.toSeconds(), TimeUnit.SECONDS), "Only one member got a message");
        Eventually.eventually(SOON, () -> {
            List<Long> all = new ArrayList<>(numbers(one.received()));
            all.addAll(numbers(other.received()));
            assertEquals(
                    LongStream.range(0, 40).boxed().toList(),
                    all.stream().sorted().toList());
        });
    }

    /** Keeps the member's first message until the other one has a message, too. */
    private static MessageHandler<Void> meeting(RecordingHandler<Void> handler, CountDownLatch bothAtWork) {
        CountDownLatch first = new CountDownLatch(1);
        return message -> {
            synchronized (first) {
                if (first.getCount() > 0) {
                    first.countDown();
                    bothAtWork.countDown();
                }
            }
            bothAtWork.await();
            handler.handle(message);
        };
    }

    @Test
    void aMessageThatKeepsFailingBecomesADeadLetterAndTheOthersFlow() throws Exception {
        Channel<Void> channel = commands("shared-poison");
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<Void> handler = new RecordingHandler<>();
        AtomicInteger attempts = new AtomicInteger();
        share(transport, channel, group, message -> {
            if (number(message) == 1) {
                attempts.incrementAndGet();
                throw new IllegalStateException("Never");
            }
            handler.handle(message);
        });

        sendAll(transport, channel, 0, 4);

        handler.await(3, SOON);
        Eventually.eventually(
                SOON,
                () -> assertEquals(
                        1, broker().deadLetters(channel.address(), group).size()));
        EncodedMessage letter = broker().deadLetters(channel.address(), group).get(0);
        assertEquals("Never", new String(letter.header(DeadLetters.REASON).orElseThrow(), StandardCharsets.UTF_8));
        assertTrue(attempts.get() > 1, "It was tried only once");
        assertEquals(
                List.of(0L, 2L, 3L),
                numbers(handler.received()).stream().sorted().toList());
    }

    @Test
    void whatIsAwayIsWaitedForHoweverOftenItFails() throws Exception {
        Channel<Void> channel = commands("shared-transient");
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<Void> handler = new RecordingHandler<>();
        AtomicInteger failures = new AtomicInteger();
        share(transport, channel, group, message -> {
            if (number(message) == 0 && failures.incrementAndGet() <= 12) {
                throw new TransientMessagingException("The database is away", null);
            }
            handler.handle(message);
        });

        sendAll(transport, channel, 0, 2);

        handler.await(2, SOON);
        assertEquals(List.of(), broker().deadLetters(channel.address(), group));
    }

    @Test
    void closingFinishesWhatIsAtHandAndLeavesTheRestToOthers() throws Exception {
        Channel<Void> channel = commands("shared-closing");
        String group = unique("group");
        Transport transport = connect();
        sendAll(transport, channel, 0, 20);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        RecordingHandler<Void> before = new RecordingHandler<>();
        Subscription subscription = share(transport, channel, group, message -> {
            started.countDown();
            finish.await();
            before.handle(message);
        });
        assertTrue(started.await(SOON.toSeconds(), TimeUnit.SECONDS), "Nothing came");

        Thread closer = new Thread(subscription::close);
        closer.start();
        Eventually.eventually(SOON, () -> assertFalse(subscription.running()));
        finish.countDown();
        closer.join(SOON.toMillis());

        RecordingHandler<Void> after = new RecordingHandler<>();
        share(connect(), channel, group, after);
        List<Long> done = numbers(before.received());
        assertFalse(done.isEmpty(), "What was at hand was not finished");
        Eventually.eventually(SOON, () -> {
            List<Long> all = new ArrayList<>(done);
            all.addAll(numbers(after.received()));
            assertEquals(
                    LongStream.range(0, 20).boxed().toList(),
                    all.stream().sorted().toList());
        });
    }

    /** One partition, so that what members do side by side they do on one. */
    private Channel<Void> commands(String name) {
        String address = unique(name);
        broker().createChannel(address, 1);
        return new Channel<>(name, address, KeyType.NONE);
    }

    private Subscription share(Transport transport, Channel<Void> channel, String group, MessageHandler<Void> handler)
            throws InterruptedException {
        return subscribe(
                transport,
                new SubscriptionSpec<>(channel, List.of(PARCEL), group).delivered(DeliveryMode.SHARED),
                handler);
    }

    private static void sendAll(Transport transport, Channel<Void> channel, long from, long to)
            throws InterruptedException {
        for (long number = from; number < to; number++) {
            transport
                    .sink()
                    .send(OutgoingMessage.of(channel, PARCEL, null, new Parcel("command", number), SendOptions.NONE));
        }
        assertTrue(transport.flush(SOON), "Not sent in time");
    }
}
