package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import io.tidings.testing.Eventually;
import io.tidings.testing.RecordingHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Publishing, and subscribing in groups. */
public abstract class PublishSubscribeContract extends TransportContract {

    @Test
    void aMessageArrivesWithAllThatIsSaidAboutIt() throws Exception {
        Channel<String> channel = channel("round-trip", 3);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        SendOptions options = SendOptions.version(7)
                .withSubject("subject")
                .withCorrelationId("correlation")
                .withReplyTo("elsewhere")
                .withHeader("colour", "blue");

        Receipt receipt = transport
                .sink()
                .send(OutgoingMessage.of(channel, PARCEL, "key", new Parcel("books", 42), options))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
        Received<String, ?> received = handler.await(1, SOON).get(0);

        assertEquals("key", received.key());
        assertEquals(new Parcel("books", 42), received.payload());
        assertEquals(PARCEL, received.type());
        assertEquals(PARCEL.name(), received.metadata().type());
        assertEquals(receipt.messageId(), received.metadata().id());
        assertEquals("subject", received.metadata().subject());
        assertEquals("correlation", received.metadata().correlationId());
        assertEquals("elsewhere", received.metadata().replyTo());
        assertEquals(7, received.metadata().entityVersion());
        assertArrayEquals(
                "blue".getBytes(StandardCharsets.UTF_8), received.headers().get("colour"));
        assertEquals(channel.address(), receipt.address());
        Receipt.Position position = receipt.position();
        if (broker().receiptsHavePositions()) {
            assertNotNull(position);
            assertEquals(position.partition(), received.origin().partition());
            assertEquals(position.offset(), received.origin().offset());
        } else {
            assertNull(position);
        }
    }

    @Test
    void aTombstoneHasAKeyAndNoPayload() throws Exception {
        Channel<String> channel = channel("tombstone", 1);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);

        transport.sink().send(OutgoingMessage.of(channel, PARCEL, "gone", null, SendOptions.version(3)));

        Received<String, ?> received = handler.await(1, SOON).get(0);
        assertEquals("gone", received.key());
        assertNull(received.payload());
        assertEquals(3, received.metadata().entityVersion());
    }

    @Test
    void aKindThatIsNotExpectedArrivesWithoutAType() throws Exception {
        Channel<String> channel = channel("unexpected", 1);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        Schema schema = SchemaBuilder.record("Letter")
                .namespace("other")
                .fields()
                .requiredInt("pages")
                .endRecord();
        MessageType<GenericRecord> letter = new MessageType<>("Letter", GenericRecord.class, schema);
        GenericRecord payload = new GenericData.Record(schema);
        payload.put("pages", 2);

        transport.sink().send(OutgoingMessage.of(channel, letter, "key", payload, SendOptions.NONE));

        Received<String, ?> received = handler.await(1, SOON).get(0);
        assertNull(received.type());
        assertEquals(payload, received.payload());
    }

    @Test
    void messagesOfOneKeyArriveInOrder() throws Exception {
        Channel<String> channel = channel("order", 3);
        Transport transport = connect();
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);

        for (long number = 0; number < 40; number++) {
            for (String key : List.of("a", "b", "c", "d", "e")) {
                transport.sink().send(parcel(channel, key, number));
            }
        }

        List<Received<String, ?>> all = handler.await(200, SOON);
        List<Long> expected = LongStream.range(0, 40).boxed().toList();
        all.stream()
                .collect(Collectors.groupingBy(message -> String.valueOf(message.key())))
                .forEach((key, messages) -> assertEquals(expected, numbers(messages), "Order of key " + key));
    }

    @Test
    void flushingWaitsUntilWhatWasSentHasArrived() throws Exception {
        Channel<String> channel = channel("flush", 3);
        Transport transport = connect();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (long number = 0; number < 50; number++) {
            receipts.add(transport
                    .sink()
                    .send(parcel(channel, "key-" + number, number))
                    .toCompletableFuture());
        }

        assertTrue(transport.flush(SOON), "Not flushed in time");

        receipts.forEach(receipt -> assertTrue(receipt.isDone(), "A receipt is not complete"));
        RecordingHandler<String> handler = new RecordingHandler<>();
        subscribe(transport, channel, unique("group"), handler);
        handler.await(50, SOON);
    }

    @Test
    void membersOfAGroupShareAChannel() throws Exception {
        Channel<String> channel = channel("competing", 4);
        String group = unique("group");
        Transport first = connect();
        RecordingHandler<String> one = new RecordingHandler<>();
        RecordingHandler<String> other = new RecordingHandler<>();
        subscribe(first, channel, group, one);
        subscribe(connect(), channel, group, other);

        // The members settle who gets what; until then one of them may get everything.
        long[] sent = {0};
        Eventually.eventually(SOON, () -> {
            for (int i = 0; i < 8; i++, sent[0]++) {
                send(first, channel, "key-" + sent[0], sent[0], sent[0] + 1);
            }
            assertFalse(one.received().isEmpty(), "The first member got nothing");
            assertFalse(other.received().isEmpty(), "The second member got nothing");
        });

        Eventually.eventually(SOON, () -> {
            List<Long> all = new ArrayList<>(numbers(one.received()));
            all.addAll(numbers(other.received()));
            assertEquals(
                    LongStream.range(0, sent[0]).boxed().toList(),
                    all.stream().sorted().toList());
        });
    }

    @Test
    void eachGroupGetsEverything() throws Exception {
        Channel<String> channel = channel("groups", 2);
        Transport transport = connect();
        send(transport, channel, "key", 0, 5);
        RecordingHandler<String> one = new RecordingHandler<>();
        RecordingHandler<String> other = new RecordingHandler<>();

        subscribe(transport, channel, unique("group"), one);
        subscribe(transport, channel, unique("group"), other);
        send(transport, channel, "key", 5, 10);

        List<Long> expected = LongStream.range(0, 10).boxed().toList();
        assertEquals(expected, numbers(one.await(10, SOON)));
        assertEquals(expected, numbers(other.await(10, SOON)));
    }

    @Test
    void whoComesBackGoesOnWhereItStopped() throws Exception {
        Channel<String> channel = channel("restart", 3);
        String group = unique("group");
        Transport sender = connect();
        RecordingHandler<String> before = new RecordingHandler<>();
        Transport application = connect();
        Subscription subscription = subscribe(application, channel, group, before);
        send(sender, channel, "key", 0, 10);
        before.await(10, SOON);
        application.close();
        assertFalse(subscription.running());
        send(sender, channel, "key", 10, 15);

        RecordingHandler<String> after = new RecordingHandler<>();
        subscribe(connect(), channel, group, after);

        assertEquals(List.of(10L, 11L, 12L, 13L, 14L), numbers(after.await(5, SOON)));
    }

    @Test
    void closingFinishesTheMessageAtHand() throws Exception {
        Channel<String> channel = channel("closing", 1);
        String group = unique("group");
        Transport transport = connect();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        RecordingHandler<String> handler = new RecordingHandler<>();
        Subscription subscription = subscribe(transport, channel, group, message -> {
            started.countDown();
            finish.await();
            handler.handle(message);
        });
        assertTrue(subscription.running());
        send(transport, channel, "key", 0, 2);
        assertTrue(started.await(SOON.toSeconds(), TimeUnit.SECONDS));

        Thread closer = new Thread(subscription::close);
        closer.start();
        Eventually.eventually(SOON, () -> assertFalse(subscription.running()));
        finish.countDown();
        closer.join(SOON.toMillis());

        assertEquals(List.of(0L), numbers(handler.received()));
        RecordingHandler<String> next = new RecordingHandler<>();
        subscribe(connect(), channel, group, next);
        assertEquals(Set.of(1L), Set.copyOf(numbers(next.await(1, SOON))));
    }
}
