package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Place;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests and replies that carry correlation ids and return addresses where a document declares them. */
public abstract class DeclaredPlacesContract extends TransportContract {

    /** As a peer writes it that has never heard of CloudEvents. */
    private static final MessageType<Parcel> IN_HEADERS =
            PARCEL.correlatedBy(Place.header("REQUEST_ID")).answeredTo(Place.header("REPLY_TOPIC"));

    private static final MessageType<Parcel> IN_PAYLOAD = PARCEL.correlatedBy(Place.payload("label"));

    private Channel<String> requests;
    private Channel<String> replies;
    private Transport asking;
    private Transport answering;

    @BeforeEach
    void channels() {
        requests = channel("requests", 1);
        replies = channel("replies", 1);
        asking = connect();
        answering = connect();
    }

    @Test
    void aStrangerAnswersWhatItFindsInTheDeclaredHeaders() throws Exception {
        BlockingQueue<Map<String, byte[]>> seen = new ArrayBlockingQueue<>(10);
        subscribe(answering, requests, unique("stranger"), request -> {
            seen.add(request.headers());
            answerAsAStranger(request);
        });

        Received<?, ?> reply = ask(IN_HEADERS, "parcel", SendOptions.NONE);

        assertEquals(7, number(reply));
        Map<String, byte[]> request = seen.take();
        assertEquals(replies.address(), text(required(request, "REPLY_TOPIC")));
        assertEquals(text(required(request, "REQUEST_ID")), reply.metadata().correlationId());
        assertFalse(request.containsKey("ce_correlationid"));
        assertFalse(request.containsKey("ce_replyto"));
    }

    @Test
    void aStrangersRequestIsAnsweredWhereAndAsItSays() throws Exception {
        BlockingQueue<Received<?, ?>> heard = new ArrayBlockingQueue<>(10);
        subscribe(asking, replies, unique("stranger"), heard::add);
        serve(IN_HEADERS);
        // Sixteen bytes, which are no text.
        byte[] id = {(byte) 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (byte) 0xfe};

        broker().append(stranger(
                requests.address(),
                new Parcel("a", 20),
                List.of(new Header("REQUEST_ID", id), header("REPLY_TOPIC", replies.address()))));

        Received<?, ?> reply = heard.take();
        assertEquals(21, number(reply));
        assertArrayEquals(id, reply.headers().get("REQUEST_ID"));
    }

    @Test
    void aPayloadThatNamesItsRequestIsEnough() throws Exception {
        BlockingQueue<Received<?, ?>> seen = new ArrayBlockingQueue<>(10);
        subscribe(answering, requests, unique("stranger"), request -> {
            seen.add(request);
            broker().append(stranger(replies.address(), new Parcel(label(request), 7), List.of()));
        });

        assertEquals(
                "order-1",
                ask(IN_PAYLOAD, "order-1", SendOptions.NONE).metadata().correlationId());
        assertFalse(seen.take().headers().containsKey("ce_correlationid"));
        // Left empty, it is filled in.
        Received<?, ?> reply = ask(IN_PAYLOAD, "", SendOptions.NONE.withCorrelationId("order-2"));
        assertEquals("order-2", label(reply));
    }

    @Test
    void aFaultHasNoPayloadToNameItsRequest() throws Exception {
        subscribe(
                answering,
                new SubscriptionSpec<>(requests, List.of(IN_PAYLOAD), unique("replier")),
                request -> Replying.fault(answering.sink(), request, replies, IN_PAYLOAD, "closed", "Come back")
                        .toCompletableFuture()
                        .get());

        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> ask(IN_PAYLOAD, "order-3", SendOptions.NONE));

        assertInstanceOf(FaultReplyException.class, failure.getCause());
    }

    @Test
    void manyAnswersAreGatheredByTheDeclaredHeader() throws Exception {
        serve(IN_HEADERS);
        serve(IN_HEADERS);
        Requestor requestor = requestor(IN_HEADERS);

        List<? extends Received<?, ?>> all = requestor
                .gather(
                        message(IN_HEADERS, "parcel", SendOptions.NONE),
                        Gather.untilCount(2).within(SOON))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS)
                .replies();

        assertEquals(List.of(21L, 21L), numbers(all));
    }

    @Test
    void whatTheCallerSaysTwiceMustAgree() {
        OutgoingMessage<String, Parcel> message =
                message(IN_PAYLOAD, "order-4", SendOptions.NONE.withCorrelationId("order-5"));

        PoisonMessageException failure = assertThrows(
                PoisonMessageException.class, () -> broker().codec(asking).encode(message));

        assertEquals(
                "A message of type Parcel has the correlation id 'order-5', but its payload field 'label' says 'order-4'",
                failure.getMessage());
    }

    private void serve(MessageType<Parcel> type) throws Exception {
        subscribe(
                answering,
                new SubscriptionSpec<>(requests, List.of(type), unique("replier")),
                request -> Replying.reply(
                                answering.sink(), request, replies, type, new Parcel("reply", number(request) + 1))
                        .toCompletableFuture()
                        .get());
    }

    private void answerAsAStranger(Received<?, ?> request) {
        broker().append(stranger(
                text(required(request.headers(), "REPLY_TOPIC")),
                new Parcel("reply", 7),
                List.of(new Header("REQUEST_ID", required(request.headers(), "REQUEST_ID")))));
    }

    /** What somebody else's serializer writes: the payload, and no header but those. */
    private EncodedMessage stranger(String address, Parcel parcel, List<Header> headers) {
        byte[] value = broker().codec(asking)
                .encode(OutgoingMessage.of(replies, PARCEL, "key", parcel, SendOptions.NONE))
                .value();
        return new EncodedMessage("none", address, "key".getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private Requestor requestor(MessageType<Parcel> type) {
        return closing(asking.requestor(new ReplyChannel<>(replies, List.of(type))));
    }

    private Received<?, ?> ask(MessageType<Parcel> type, String label, SendOptions options) throws Exception {
        CompletableFuture<Received<?, ?>> reply =
                requestor(type).request(message(type, label, options), SOON).toCompletableFuture();
        return reply.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private OutgoingMessage<String, Parcel> message(MessageType<Parcel> type, String label, SendOptions options) {
        return OutgoingMessage.of(requests, type, "key", new Parcel(label, 20), options);
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] required(Map<String, byte[]> headers, String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    private static String label(Received<?, ?> message) {
        return assertInstanceOf(Parcel.class, message.payload()).getLabel();
    }
}
