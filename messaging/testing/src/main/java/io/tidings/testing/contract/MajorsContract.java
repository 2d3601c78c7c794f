package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.majors.Majors;
import io.tidings.messaging.majors.MajorsSubscription;
import io.tidings.messaging.majors.MajorsWriter;
import io.tidings.messaging.majors.Reading;
import io.tidings.messaging.majors.Upcasting;
import io.tidings.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A reader goes from one version's channel to the next one's: once, in order, and nothing is missed. */
public abstract class MajorsContract extends TransportContract {

    /** The newer version numbers from a thousand on. */
    private static final MessageType<Parcel> NEWER = new MessageType<>("NewerParcel", Parcel.class, Parcel.SCHEMA$);

    private static final long NEWER_BY = 1000;

    /** Behind an idempotent receiver that remembers in memory: what it applies, in order. */
    private static final class Reader implements MessageHandler<String> {

        private final Set<String> known = new HashSet<>();
        private final List<Long> applied = new ArrayList<>();
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void handle(Received<String, ?> message) throws Exception {
            open.await(SOON.toSeconds(), TimeUnit.SECONDS);
            synchronized (this) {
                assertEquals(NEWER, message.type());
                assertEquals("NewerParcel", message.metadata().type());
                if (known.add(
                        message.metadata().source() + " " + message.metadata().id())) {
                    applied.add(number(message));
                }
            }
        }

        synchronized List<Long> applied() {
            return List.copyOf(applied);
        }

        void await(long count) {
            Eventually.eventually(SOON, () -> assertEquals(count, applied().size()));
        }
    }

    private void write(
            Transport transport, Majors stage, Channel<String> older, Channel<String> newer, long from, long to)
            throws Exception {
        MajorsWriter writer = new MajorsWriter(transport.atomicSink(unique("owner")), stage);
        for (long number = from; number < to; number++) {
            long each = number;
            writer.send(
                            SendOptions.NONE,
                            same -> OutgoingMessage.of(newer, NEWER, "key", new Parcel("key", each + NEWER_BY), same),
                            same -> OutgoingMessage.of(older, PARCEL, "key", new Parcel("key", each), same))
                    .toCompletableFuture()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Subscription read(
            Transport transport,
            Majors stage,
            Channel<String> older,
            Channel<String> newer,
            String group,
            Reader reader) {
        Upcasting<String> upcasting = Upcasting.to(reader)
                .with(PARCEL, NEWER, parcel -> new Parcel(parcel.getLabel(), parcel.getNumber() + NEWER_BY));
        return closing(MajorsSubscription.open(
                transport,
                stage,
                new Reading<>(new SubscriptionSpec<>(older, List.of(PARCEL), group), upcasting),
                new Reading<>(new SubscriptionSpec<>(newer, List.of(NEWER), group), reader)));
    }

    private static List<Long> numbers(long to) {
        return LongStream.range(NEWER_BY, NEWER_BY + to).boxed().toList();
    }

    @Test
    void theNewerChannelWaitsForWhatTheOlderOneAloneHolds() throws Exception {
        Channel<String> older = channel("older", 2);
        Channel<String> newer = channel("newer", 3);
        Transport transport = connect();
        write(transport, Majors.OLDER, older, newer, 0, 5);
        write(transport, Majors.BOTH, older, newer, 5, 10);
        Reader reader = new Reader();

        Subscription subscription = read(transport, Majors.BOTH, older, newer, unique("group"), reader);
        assertFalse(subscription.awaitReady(Duration.ofMillis(50)), "nothing is read of the older one yet");
        assertFalse(subscription.health().ready());
        assertTrue(subscription.running());
        reader.open.countDown();

        assertTrue(subscription.awaitReady(SOON));
        assertTrue(subscription.health().ready());
        write(transport, Majors.NEWER, older, newer, 10, 15);
        reader.await(15);
        assertEquals(numbers(15), reader.applied());
    }

    @Test
    void aReaderGoesFromStageToStageAndMissesNothing() throws Exception {
        Channel<String> older = channel("older", 1);
        Channel<String> newer = channel("newer", 1);
        Transport transport = connect();
        Reader reader = new Reader();
        reader.open.countDown();
        String group = unique("group");

        try (Subscription first = read(transport, Majors.OLDER, older, newer, group, reader)) {
            assertTrue(first.awaitReady(SOON));
            write(transport, Majors.OLDER, older, newer, 0, 5);
            reader.await(5);
        }
        write(transport, Majors.BOTH, older, newer, 5, 10);
        try (Subscription second = read(transport, Majors.BOTH, older, newer, group, reader)) {
            assertTrue(second.awaitReady(SOON));
            write(transport, Majors.BOTH, older, newer, 10, 15);
            reader.await(15);
        }
        write(transport, Majors.BOTH, older, newer, 15, 20);
        // A way back, for as long as the owner writes both.
        try (Subscription back = read(transport, Majors.OLDER, older, newer, group, reader)) {
            assertTrue(back.awaitReady(SOON));
            reader.await(20);
        }
        try (Subscription third = read(transport, Majors.NEWER, older, newer, group, reader)) {
            assertTrue(third.awaitReady(SOON));
            write(transport, Majors.NEWER, older, newer, 20, 25);
            reader.await(25);
        }
        assertEquals(numbers(25), reader.applied());
    }
}
