import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.EstimateReplier;
import gen.application.QuoteReplier;
import gen.application.QuoteReply;
import gen.application.QuotesMessages;
import gen.counterpart.EstimatePendingRequestor;
import gen.counterpart.EstimateRequestor;
import gen.counterpart.QuoteReplySubscriber;
import gen.counterpart.QuoteRequestor;
import io.tidings.codegen.fake.Arrival;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.fake.RecordingSink;
import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quotes.Quote;
import org.quotes.QuoteRequest;
import org.quotes.Refusal;

/** What a user does with clients for requests. */
public final class RequestsBehaviour {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final FakeTransport transport = new FakeTransport();

    public void aRequestorGetsTheReplyThatTheHandlerGave() throws Exception {
        EstimateReplier.serve(transport, request -> new Quote(request.payload().getWeightInGrams() * 2L));

        try (EstimateRequestor requestor = EstimateRequestor.open(transport)) {
            assertThat(requestor.requestAndWait(1L, new QuoteRequest(21), DEADLINE).getCents()).isEqualTo(42);
        }
    }

    public void severalRepliesAreOneOfASealedInterface() throws Exception {
        QuoteReplier.serve(transport, request -> request.payload().getWeightInGrams() > 1000
                ? new QuoteReply.Refusal(new Refusal("too heavy"))
                : new QuoteReply.Quote(new Quote(9L)));

        try (QuoteRequestor requestor = QuoteRequestor.open(transport)) {
            assertThat(said(requestor, 5)).isEqualTo("9 cents");
            assertThat(said(requestor, 5000)).isEqualTo("refused: too heavy");
        }
    }

    private static String said(QuoteRequestor requestor, int grams) throws Exception {
        return requestor
                .requestAndWait(1L, new QuoteRequest(grams), DEADLINE)
                .match(
                        quote -> quote.getCents() + " cents",
                        refusal -> "refused: " + refusal.getReason(),
                        unknown -> "what?");
    }

    public void aFaultOfTheHandlerIsTheRequestorsFailure() {
        EstimateReplier.serve(transport, request -> {
            throw new FaultReplyException("closed", "Come back tomorrow");
        });

        try (EstimateRequestor requestor = EstimateRequestor.open(transport)) {
            assertThatThrownBy(() -> requestor.requestAndWait(1L, new QuoteRequest(1), DEADLINE))
                    .isInstanceOfSatisfying(FaultReplyException.class, fault -> assertThat(fault.code()).isEqualTo("closed"))
                    .hasMessage("Come back tomorrow");
        }
    }

    public void anUnknownReplyCannotBeSent() {
        assertThatThrownBy(() -> QuoteReplier.replying(
                                request -> new QuoteReply.Unknown("?"), new RecordingSink())
                        .handle(Arrival.of(1L, QuotesMessages.QUOTE_REQUEST, new QuoteRequest(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    public void anUnknownRequestIsPoison() {
        assertThatThrownBy(() -> EstimateReplier.replying(request -> new Quote(1L), new RecordingSink())
                        .handle(Arrival.unknown(1L, new Refusal("no"))))
                .isInstanceOf(PoisonMessageException.class);
    }

    public void requestsThroughAnOutboxNameTheReplyChannel() {
        RecordingSink outbox = new RecordingSink();
        QuoteRequestor.ask(outbox, 3L, new QuoteRequest(1), SendOptions.NONE.withCorrelationId("saga-1"));
        assertThat(outbox.last().address()).isEqualTo("quotes.requests");
        assertThat(outbox.last().options().replyTo()).isEqualTo("quotes.replies");
        assertThat(outbox.last().options().correlationId()).isEqualTo("saga-1");

        QuoteRequestor.ask(outbox, 3L, new QuoteRequest(1), SendOptions.NONE.withReplyTo("mine"));
        assertThat(outbox.last().options().replyTo()).isEqualTo("mine");
    }

    public void repliesToThemArriveInAGroup() {
        List<String> seen = new ArrayList<>();
        QuoteReplier.serve(transport, request -> new QuoteReply.Quote(new Quote(9L)));
        QuoteReplySubscriber.subscribe(transport, message -> seen.add(
                message.metadata().correlationId() + " " + message.payload().match(Quote::getCents, refusal -> 0L, unknown -> 0L)));

        QuoteRequestor.ask(transport.sink(), 3L, new QuoteRequest(1), SendOptions.NONE.withCorrelationId("saga-1"));

        assertThat(seen).containsExactly("saga-1 9");
    }

    public void aFallbackStandsInForAReplyThatDoesNotCome() throws Exception {
        EstimateReplier.serve(transport, request -> {
            throw new FaultReplyException("closed", "Come back tomorrow");
        });

        try (EstimateRequestor requestor = EstimateRequestor.open(transport)) {
            EstimateRequestor guessing = requestor.withFallback(Fallback.forAll(failure -> new Quote(99L)));
            assertThat(guessing.requestAndWait(1L, new QuoteRequest(1), DEADLINE).getCents()).isEqualTo(99);
            EstimateRequestor patient = requestor.withFallback(failure -> new Quote(99L));
            assertThatThrownBy(() -> patient.requestAndWait(1L, new QuoteRequest(1), DEADLINE))
                    .as("a fault is an answer")
                    .isInstanceOf(FaultReplyException.class);
        }
    }

    public void aPendingRequestRemembersItsContextAndWhereTheReplyGoes() throws Exception {
        List<OutgoingMessage<?, ?>> asked = new ArrayList<>();
        List<byte[]> contexts = new ArrayList<>();
        PendingRequests database = new PendingRequests() {
            @Override
            public <K, V> String ask(OutgoingMessage<K, V> request, byte[] context, Duration deadline) {
                asked.add(request);
                contexts.add(context);
                return "c1";
            }
        };
        EstimatePendingRequestor<String> estimates = new EstimatePendingRequestor<>(ContextFormat.TEXT);
        estimates.ask(database, 3L, new QuoteRequest(1), "parcel 7", DEADLINE);
        assertThat(asked.get(0).options().replyTo()).isEqualTo("quotes.replies");

        List<String> outcomes = new ArrayList<>();
        PendingHandler resumed = estimates.resuming(new PendingOutcome<String, Quote>() {
            @Override
            public void replied(String context, Quote reply) {
                outcomes.add(context + " costs " + reply.getCents());
            }

            @Override
            public void failed(String context, FaultReplyException fault) {
                outcomes.add(context + " " + fault.code());
            }

            @Override
            public void expired(String context) {
                outcomes.add(context + " expired");
            }
        });
        resumed.replied(contexts.get(0), Arrival.of(3L, QuotesMessages.QUOTE, new Quote(9L)));
        resumed.expired(contexts.get(0));
        assertThat(outcomes).containsExactly("parcel 7 costs 9", "parcel 7 expired");
    }
}
