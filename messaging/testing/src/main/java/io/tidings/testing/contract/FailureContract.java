package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void aMessageWhoseHandlerKeepsFailingBecomesADeadLetterAndTheRestFlows() throws Exception {
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

        send(transport, channel, "key", 0, 4);

        assertEquals(List.of(0L, 2L, 3L), numbers(handler.await(3, SOON)));
        assertTrue(attempts.get() > 1, "It was tried only once");
        EncodedMessage letter = onlyDeadLetter(channel, group);
        assertEquals("Never", header(letter, DeadLetters.REASON));
        assertEquals(IllegalStateException.class.getName(), header(letter, DeadLetters.EXCEPTION));
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
        RecordingHandler<String> handler = new RecordingHandler<>();
        AtomicInteger attempts = new AtomicInteger();
        subscribe(transport, channel, group, message -> {
            if (number(message) == 0) {
                attempts.incrementAndGet();
                throw new PoisonMessageException("No such thing", null);
            }
            handler.handle(message);
        });

        send(transport, channel, "key", 0, 2);

        assertEquals(List.of(1L), numbers(handler.await(1, SOON)));
        assertEquals(1, attempts.get());
        assertEquals("No such thing", header(onlyDeadLetter(channel, group), DeadLetters.REASON));
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
        send(transport, channel, "key", 0, 1);

        subscribe(transport, channel, group, handler);

        assertEquals(List.of(0L), numbers(handler.await(1, SOON)));
        EncodedMessage letter = onlyDeadLetter(channel, group);
        assertArrayEquals(garbage, letter.value());
        assertArrayEquals(mark, letter.header("mark").orElseThrow());
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

    private EncodedMessage onlyDeadLetter(Channel<String> channel, String group) {
        Eventually.eventually(
                SOON,
                () -> assertEquals(
                        1, broker().deadLetters(channel.address(), group).size()));
        return broker().deadLetters(channel.address(), group).get(0);
    }

    private static String header(EncodedMessage message, String name) {
        return new String(message.header(name).orElseThrow(), StandardCharsets.UTF_8);
    }
}
