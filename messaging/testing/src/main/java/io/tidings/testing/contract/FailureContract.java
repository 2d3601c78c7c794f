package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of messages that cannot be handled: tried again, or set aside; never lost, and never in each other's way. */
public abstract class FailureContract extends TransportContract {

    @Test
    void aMessageWhoseHandlerFailsIsTriedAgainAndInOrder() throws Exception {
        Channel<String> channel = channel("again", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicInteger failures = new AtomicInteger();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 1 && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("Not yet");
            }
            handler.handle(message);
        });

        send(transport, channel, "key", 0, 4);

        assertEquals(List.of(0L, 1L, 2L, 3L), numbers(handler.await(4, SOON)));
        assertEquals(List.of(), broker().deadLetters(channel.address(), group));
    }

    @Test
    void aMessageWhoseHandlerKeepsFailingBecomesADeadLetterAndOtherKeysFlow() throws Exception {
        Channel<String> channel = channel("failing", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicInteger attempts = new AtomicInteger();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 1) {
                attempts.incrementAndGet();
                throw new IllegalStateException("Never");
            }
            handler.handle(message);
        });

        send(transport, channel, "key", 0, 2);
        send(transport, channel, "other", 2, 4);

        assertEquals(Set.of(0L, 2L, 3L), Set.copyOf(numbers(handler.await(3, SOON))));
        EncodedMessage letter = deadLetters(channel, group, 1).get(0);
        assertTrue(attempts.get() > 1, "It was tried only once");
        assertEquals("Never", header(letter, DeadLetters.REASON));
        assertEquals(IllegalStateException.class.getName(), header(letter, DeadLetters.EXCEPTION));
        assertEquals(Integer.toString(attempts.get()), header(letter, DeadLetters.ATTEMPTS));
        assertEquals(channel.address(), header(letter, DeadLetters.TOPIC));
        assertEquals("0", header(letter, DeadLetters.PARTITION));
        assertEquals("1", header(letter, DeadLetters.OFFSET));
        assertEquals(group, header(letter, DeadLetters.GROUP));
        assertArrayEquals("key".getBytes(StandardCharsets.UTF_8), letter.key());
    }

    @Test
    void aMessageThatItsHandlerRefusesForGoodIsNotTriedAgain() throws Exception {
        Channel<String> channel = channel("refused", 1);
        String group = unique("group");
        Transport transport = connect();
        AtomicInteger attempts = new AtomicInteger();
        subscribe(transport, channel, group, message -> {
            attempts.incrementAndGet();
            throw new PoisonMessageException("No such thing", null);
        });

        send(transport, channel, "key", 0, 1);

        EncodedMessage letter = deadLetters(channel, group, 1).get(0);
        assertEquals("No such thing", header(letter, DeadLetters.REASON));
        assertEquals("1", header(letter, DeadLetters.ATTEMPTS));
        assertEquals(1, attempts.get());
    }

    @Test
    void whatCannotBeDecodedBecomesADeadLetterByteForByte() throws Exception {
        Channel<String> channel = channel("undecodable", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        byte[] garbage = "This is not Avro".getBytes(StandardCharsets.UTF_8);
        byte[] mark = {1, 2, 3};
        broker().append(new EncodedMessage(
                "id",
                channel.address(),
                "key".getBytes(StandardCharsets.UTF_8),
                garbage,
                List.of(new EncodedMessage.Header("mark", mark))));
        send(transport, channel, "other", 0, 1);

        subscribe(transport, channel, group, handler);

        assertEquals(List.of(0L), numbers(handler.await(1, SOON)));
        EncodedMessage letter = deadLetters(channel, group, 1).get(0);
        assertArrayEquals(garbage, letter.value());
        assertArrayEquals(mark, letter.header("mark").orElseThrow());
    }

    @Test
    void laterMessagesOfAParkedKeyWaitBehindItAndAreReplayedInOrder() throws Exception {
        Channel<String> channel = channel("parked", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicBoolean mended = new AtomicBoolean();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 1 && !mended.get()) {
                throw new PoisonMessageException("Not with this program", null);
            }
            handler.handle(message);
        });

        send(transport, channel, "key", 0, 5);

        DeadLetterChannel dead = broker().deadLetterChannel(transport, channel.address(), group);
        deadLetters(channel, group, 4);
        assertEquals(List.of(0L), numbers(handler.await(1, SOON)));
        Eventually.eventually(SOON, () -> assertEquals(1, dead.parked().size()));
        ParkedKey parked = dead.parked().get(0);
        assertEquals("Not with this program", parked.reason());
        assertEquals(1, parked.offset());
        assertEquals(List.of(1L, 2L, 3L, 4L), offsets(dead.letters(parked, 100)));
        assertEquals(List.of(1L, 2L), offsets(dead.letters(parked, 2)));
        assertEquals(OptionalLong.of(1), dead.letters(parked, 2).get(1).behind());

        assertInstanceOf(DeadLetterChannel.Answer.StillParked.class, dead.replay(parked, SOON));
        mended.set(true);
        assertEquals(new DeadLetterChannel.Answer.Released(), dead.replay(parked, SOON));

        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), numbers(handler.await(5, SOON)));
        assertEquals(List.of(), dead.parked());
        send(transport, channel, "key", 5, 6);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), numbers(handler.await(6, SOON)));
    }

    @Test
    void aParkedKeyIsKnownToWhoeverTakesOver() throws Exception {
        Channel<String> channel = channel("inherited", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        Subscription first = subscribe(transport, channel, group, message -> {
            throw new PoisonMessageException("Never by this one", null);
        });
        send(transport, channel, "key", 0, 1);
        DeadLetterChannel dead = broker().deadLetterChannel(transport, channel.address(), group);
        Eventually.eventually(SOON, () -> assertEquals(1, dead.parked().size()));
        first.close();
        assertEquals(
                new DeadLetterChannel.Answer.Unanswered(),
                dead.replay(dead.parked().get(0), Duration.ZERO));
        send(transport, channel, "key", 1, 3);

        subscribe(connect(), channel, group, handler);

        assertEquals(List.of(0L, 1L, 2L), numbers(handler.await(3, SOON)));
        Eventually.eventually(SOON, () -> assertEquals(List.of(), dead.parked()));
    }

    @Test
    void theFirstLetterCanBeDroppedAndThoseBehindItReplayed() throws Exception {
        Channel<String> channel = channel("dropped", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        DeadLetterChannel dead = twoBehindOne(transport, channel, group, handler);

        var left = assertInstanceOf(
                DeadLetterChannel.Answer.StillParked.class,
                dead.dropFirst(dead.parked().get(0), SOON));
        assertEquals(1, left.key().offset());
        assertEquals(new DeadLetterChannel.Answer.Released(), dead.replay(left.key(), SOON));

        assertEquals(List.of(1L, 2L), numbers(handler.await(2, SOON)));
    }

    @Test
    void allLettersOfAKeyCanBeDropped() throws Exception {
        Channel<String> channel = channel("given-up", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        DeadLetterChannel dead = twoBehindOne(transport, channel, group, handler);

        assertEquals(
                new DeadLetterChannel.Answer.Released(),
                dead.dropAll(dead.parked().get(0), SOON));
        send(transport, channel, "key", 3, 4);

        assertEquals(List.of(3L), numbers(handler.await(1, SOON)));
    }

    @Test
    void aMessageWithoutAKeyIsParkedByItself() throws Exception {
        Channel<String> channel = channel("keyless", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicBoolean mended = new AtomicBoolean();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 0 && !mended.get()) {
                throw new PoisonMessageException("Not yet", null);
            }
            handler.handle(message);
        });

        for (long number = 0; number < 3; number++) {
            transport
                    .sink()
                    .send(OutgoingMessage.of(channel, PARCEL, null, new Parcel("", number), SendOptions.NONE))
                    .toCompletableFuture()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }

        assertEquals(List.of(1L, 2L), numbers(handler.await(2, SOON)));
        DeadLetterChannel dead = broker().deadLetterChannel(transport, channel.address(), group);
        Eventually.eventually(SOON, () -> assertEquals(1, dead.parked().size()));
        assertNull(dead.parked().get(0).key());
        mended.set(true);
        assertEquals(
                new DeadLetterChannel.Answer.Released(),
                dead.replay(dead.parked().get(0), SOON));
        assertEquals(List.of(1L, 2L, 0L), numbers(handler.await(3, SOON)));
    }

    @Test
    void whatIsAwayIsWaitedForAsLongAsItTakes() throws Exception {
        Channel<String> channel = channel("transient", 1);
        String group = unique("group");
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicInteger failures = new AtomicInteger();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 0 && failures.incrementAndGet() <= 12) {
                throw new TransientMessagingException("The database is away", null);
            }
            handler.handle(message);
        });

        send(transport, channel, "key", 0, 2);

        assertEquals(List.of(0L, 1L), numbers(handler.await(2, SOON)));
        assertEquals(List.of(), broker().deadLetters(channel.address(), group));
    }

    /** The first of three messages can never be handled; the others wait behind it. */
    private DeadLetterChannel twoBehindOne(
            Transport transport, Channel<String> channel, String group, RecordingHandler<String> handler)
            throws Exception {
        subscribe(transport, channel, group, message -> {
            if (number(message) == 0) {
                throw new PoisonMessageException("Never", null);
            }
            handler.handle(message);
        });
        send(transport, channel, "key", 0, 3);
        deadLetters(channel, group, 3);
        DeadLetterChannel dead = broker().deadLetterChannel(transport, channel.address(), group);
        Eventually.eventually(SOON, () -> assertEquals(1, dead.parked().size()));
        return dead;
    }

    private List<EncodedMessage> deadLetters(Channel<String> channel, String group, int count) {
        Eventually.eventually(
                SOON,
                () -> assertEquals(
                        count, broker().deadLetters(channel.address(), group).size()));
        return broker().deadLetters(channel.address(), group);
    }

    private static List<Long> offsets(List<DeadLetter> letters) {
        return letters.stream().map(letter -> letter.origin().offset()).toList();
    }

    private static String header(EncodedMessage message, String name) {
        return new String(message.header(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
