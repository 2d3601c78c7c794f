package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import io.tidings.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that many may answer. */
public abstract class GatherContract extends TransportContract {

    /** A test that waits for it has failed. */
    private static final Duration NEVER = Duration.ofHours(1);

    private Channel<String> requests;
    private Channel<String> replies;
    private Transport answering;
    private Requestor requestor;

    @BeforeEach
    void channels() {
        requests = channel("requests", 1);
        replies = channel("replies", 1);
        answering = connect();
        requestor = closing(connect().requestor(new ReplyChannel<>(replies, List.of(PARCEL))));
    }

    @Test
    void asManyAnswersAreGatheredAsAreEnough() throws Exception {
        for (int i = 0; i < 3; i++) {
            subscribe(answering, requests, unique("bidder"), this::reply);
        }

        Gathered<Received<?, ?>> two = gather(Gather.untilCount(2).within(NEVER));

        assertEquals(List.of(21L, 21L), numbers(two.replies()));
        assertTrue(two.enough());
        Eventually.eventually(SOON, () -> assertEquals(new ReplyCounts(2, 1, 0, 0), requestor.replies()));
        assertEquals(0, requestor.outstanding());
    }

    @Test
    void theDeadlineEndsItWithWhatCame() throws Exception {
        Gathered<Received<?, ?>> nothing = gather(Gather.untilDeadline(Duration.ofMillis(1)));

        assertEquals(new Gathered<>(List.of(), List.of(), false), nothing);
        assertFalse(nothing.enough());
        assertEquals(0, requestor.outstanding());
    }

    @Test
    void whoSaysThatItFailedHasAnswered() throws Exception {
        subscribe(
                answering, requests, unique("bidder"), Replying.handler(answering.sink(), replies, PARCEL, request -> {
                    throw new FaultReplyException("tired", "Not today");
                }));

        Gathered<Received<?, ?>> refused = gather(Gather.untilCount(1).within(NEVER));

        assertEquals(List.of(), refused.replies());
        assertEquals(
                "tired",
                assertInstanceOf(FaultReplyException.class, refused.failures().get(0))
                        .code());
    }

    @Test
    void aReplyThatDecidesEndsIt() throws Exception {
        subscribe(answering, requests, unique("bidder"), this::reply);

        assertTrue(gather(Gather.untilDeadline(NEVER).orUntil(reply -> number(reply) < 100))
                .enough());
    }

    @Test
    void aReplyThatIsDeliveredTwiceIsGatheredOnce() throws Exception {
        subscribe(answering, requests, unique("bidder"), request -> {
            SendOptions options = SendOptions.NONE
                    .withId("the-same")
                    .withCorrelationId(String.valueOf(request.metadata().correlationId()));
            OutgoingMessage<String, Parcel> once =
                    OutgoingMessage.of(replies, PARCEL, "key", new Parcel("reply", 7), options);
            Waiting.on(answering.sink().send(once));
            Waiting.on(answering.sink().send(once));
            reply(request);
        });

        assertEquals(
                List.of(7L, 21L),
                numbers(gather(Gather.untilCount(2).within(NEVER)).replies()));
        assertEquals(1, requestor.replies().duplicate());
    }

    private Gathered<Received<?, ?>> gather(Gather until) throws Exception {
        return requestor
                .gather(parcel(requests, "key", 20), until)
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /** One more than was asked. */
    private void reply(Received<String, ?> request) throws Exception {
        Waiting.on(
                Replying.reply(answering.sink(), request, replies, PARCEL, new Parcel("reply", number(request) + 1)));
    }
}
