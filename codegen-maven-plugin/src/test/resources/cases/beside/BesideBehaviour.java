import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.ClaimReplier;
import gen.application.LookReplier;
import gen.application.ParcelLostHeaders;
import gen.application.ParcelMovedHeaders;
import gen.application.ParcelMovedHeaders.Priority;
import gen.application.ParcelsMessages;
import gen.application.PriceReplier;
import gen.application.PublishParcelsPublisher;
import gen.counterpart.ClaimRequestor;
import gen.counterpart.LookPendingRequestor;
import gen.counterpart.LookRequestor;
import gen.counterpart.PriceRequestHeaders;
import gen.counterpart.PriceRequestor;
import gen.counterpart.PublishDoorsSubscriber;
import gen.counterpart.PublishParcelsSubscriber;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.fake.RecordingSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parcels.Claim;
import org.parcels.ClaimRequest;
import org.parcels.Context;
import org.parcels.Door;
import org.parcels.Found;
import org.parcels.Lookup;
import org.parcels.Loss;
import org.parcels.Parcel;
import org.parcels.Price;

/** What a user does with what travels beside the payload. */
public final class BesideBehaviour {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final UUID ID = UUID.fromString("1fa6ef40-8f47-40a8-8cf6-f8607d0066ef");

    private final FakeTransport transport = new FakeTransport();
    private final PublishParcelsPublisher publisher = new PublishParcelsPublisher(transport);

    public void headersArriveAsTheyWereSent() {
        List<ParcelMovedHeaders> seen = new ArrayList<>();
        PublishParcelsSubscriber.subscribe(transport, message -> seen.add(read(message)));
        ParcelMovedHeaders sent = ParcelMovedHeaders.of(ID)
                .withPriority(Priority.HIGH)
                .withMovedAt(Instant.parse("2024-02-29T12:00:00Z"));

        publisher.publishParcelMoved("p1", new Parcel(10), sent);
        publisher.publishParcelMoved("p1", new Parcel(10), new ParcelMovedHeaders(50, ID, null, null));

        assertThat(seen).containsExactly(sent, ParcelMovedHeaders.of(ID).withMyAppHeader(50));
    }

    private static ParcelMovedHeaders read(Received<?, ?> message) {
        gen.counterpart.ParcelMovedHeaders read = gen.counterpart.ParcelMovedHeaders.of(message);
        assertThat(message.headers().get("schema")).isEqualTo("v2".getBytes(StandardCharsets.UTF_8));
        return new ParcelMovedHeaders(
                read.myAppHeader(),
                read.xRequestId(),
                read.priority() == null
                        ? null
                        : Priority.valueOf(read.priority().name()),
                read.movedAt());
    }

    public void optionalHeadersCanBeLeftOut() {
        RecordingSink sink = new RecordingSink();
        PublishParcelsPublisher parcels = new PublishParcelsPublisher(sink);

        parcels.publishParcelLost("p1", new Loss());
        assertThat(sink.last().options().headers()).isEmpty();
        parcels.publishParcelLost(
                "p1", new Loss(), ParcelLostHeaders.NONE.withWeight(2.5).withPaid(true));
        assertThat(sink.last().options().headers()).isEqualTo(Map.of("weight", "2.5", "paid", "true"));
        parcels.publishParcelLost(
                "p1", new Loss(), ParcelLostHeaders.NONE.withMyAppHeader(7), SendOptions.NONE.withSubject("s"));
        assertThat(sink.last().options().headers()).isEqualTo(Map.of("my-app-header", "7"));
        assertThat(sink.last().options().subject()).isEqualTo("s");
    }

    public void whatIsMissingOrMalformedIsPoison() {
        assertThatThrownBy(() -> ParcelMovedHeaders.of(with(Map.of())))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessage("The header 'X-Request-Id' is missing");
        assertThatThrownBy(() -> ParcelMovedHeaders.of(with(Map.of("X-Request-Id", "42"))))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessage("The header 'X-Request-Id' is not a UUID: '42'");
        assertThatThrownBy(() -> ParcelLostHeaders.of(with(Map.of("my-app-header", "many"))))
                .hasMessage("The header 'my-app-header' is not a whole number of 32 bits: 'many'");
        assertThat(ParcelLostHeaders.of(with(Map.of()))).isEqualTo(ParcelLostHeaders.NONE);
    }

    public void whoForgetsARequiredHeaderIsToldWhich() {
        assertThatThrownBy(() -> new ParcelMovedHeaders(50, null, null, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("xRequestId");
    }

    public void whatIsNotListedYetIsUnknownAndCannotBeSent() {
        ParcelMovedHeaders read =
                ParcelMovedHeaders.of(with(Map.of("X-Request-Id", ID.toString(), "priority", "urgent")));
        assertThat(read.priority()).isEqualTo(Priority.UNKNOWN);
        assertThatThrownBy(() -> publisher.publishParcelMoved("p1", new Parcel(1), read))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Received<String, Parcel> with(Map<String, String> headers) {
        Map<String, byte[]> bytes = new java.util.HashMap<>();
        headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Received<>(
                "p1",
                ParcelsMessages.PARCEL_MOVED,
                new Parcel(1),
                io.tidings.messaging.Metadata.of("m1", "test", "parcelMoved", Instant.EPOCH),
                new Received.Origin("parcels", 0, 0, Instant.EPOCH),
                bytes);
    }

    public void correlationIdAndReturnAddressTravelWhereTheDocumentSays() throws Exception {
        List<Map<String, byte[]>> seen = new ArrayList<>();
        PriceReplier.serve(transport, request -> {
            seen.add(request.headers());
            return new Price(request.payload().getGrams() * 2L);
        });

        try (PriceRequestor requestor = PriceRequestor.open(transport)) {
            PriceRequestHeaders headers = new PriceRequestHeaders("svc-shop");
            assertThat(requestor
                            .requestAndWait(new Parcel(21), headers, DEADLINE)
                            .getCents())
                    .isEqualTo(42);
        }

        assertThat(seen.get(0)).containsKeys("REQUEST_ID", "REQUESTER_ID").doesNotContainKey("ce_correlationid");
        assertThat(seen.get(0).get("REPLY_TOPIC")).isEqualTo("price.replies".getBytes(StandardCharsets.UTF_8));
    }

    public void aPayloadCanSayWhichRequestItIs() throws Exception {
        List<String> seen = new ArrayList<>();
        ClaimReplier.serve(transport, request -> {
            seen.add(String.valueOf(request.payload().getContext().getRequestId()));
            return new Claim("");
        });

        try (ClaimRequestor requestor = ClaimRequestor.open(transport)) {
            Claim reply = requestor.requestAndWait(new ClaimRequest(new Context(ID)), DEADLINE);
            assertThat(reply.getRequestId()).as("filled in").isEqualTo(ID.toString());
            requestor.requestAndWait(new ClaimRequest(new Context(null)), DEADLINE);
        }
        assertThat(seen.get(0)).isEqualTo(ID.toString());
        assertThat(UUID.fromString(seen.get(1))).as("drawn, and filled in").isNotEqualTo(ID);
    }

    public void aReplyGoesWhereTheRequestSays() throws Exception {
        LookReplier.serve(
                transport, request -> new Found("shelf of " + request.payload().getAnswerTo()));

        try (LookRequestor one = LookRequestor.open(transport, "answers.one");
                LookRequestor other = LookRequestor.open(transport, "answers.other")) {
            assertThat(other.requestAndWait(new Lookup(null), DEADLINE).getPlace())
                    .isEqualTo("shelf of answers.other");
            assertThat(one.requestAndWait(new Lookup(null), DEADLINE).getPlace())
                    .isEqualTo("shelf of answers.one");
        }
        assertThatThrownBy(() -> LookRequestor.ask(transport, new Lookup(null), SendOptions.NONE))
                .hasMessage("The options must say where the reply is expected");
    }

    public void aRequestThatDoesNotSayWhereCannotBeAnswered() {
        assertThatThrownBy(() -> LookReplier.replying(request -> new Found("here"), transport)
                        .handle(io.tidings.codegen.fake.Arrival.of(null, ParcelsMessages.LOOKUP, new Lookup(null))))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessage("The request does not say where its reply is expected");
    }

    public void requestsInADatabaseSayWhereToo() {
        java.util.List<String> asked = new ArrayList<>();
        io.tidings.messaging.PendingRequests database = new io.tidings.messaging.PendingRequests() {
            @Override
            public <K, V> String ask(
                    io.tidings.messaging.OutgoingMessage<K, V> request, byte[] context, Duration deadline) {
                asked.add(request.options().replyTo());
                return "c1";
            }
        };
        new LookPendingRequestor<>(io.tidings.messaging.ContextFormat.TEXT, "answers.mine")
                .ask(database, new Lookup(null), "parcel 7", DEADLINE);
        assertThat(asked).containsExactly("answers.mine");
    }

    public void kindsOfOnePayloadAreToldApartByTheirHeaders() {
        List<String> seen = new ArrayList<>();
        PublishDoorsSubscriber.subscribe(
                transport,
                message -> seen.add(message.payload().match(opened -> "opened", closed -> "closed", unknown -> "?")));
        gen.application.PublishDoorsPublisher doors = new gen.application.PublishDoorsPublisher(transport);

        doors.publishOpened(new Door());
        doors.publishClosed(new Door());
        transport.forget("ce_type");
        doors.publishOpened(new Door());
        doors.publishClosed(new Door());

        assertThat(seen).containsExactly("opened", "closed", "opened", "closed");
    }
}
