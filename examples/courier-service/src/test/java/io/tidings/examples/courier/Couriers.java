package io.tidings.examples.courier;

import io.tidings.examples.courier.counterpart.CallForBidsReplier;
import io.tidings.examples.courier.counterpart.PositionReplier;
import io.tidings.examples.courier.counterpart.ReleaseDeliverySubscriber;
import io.tidings.examples.courier.counterpart.ShiftNoticesNotifier;
import io.tidings.examples.courier.counterpart.TakeDeliveryReplier;
import io.tidings.examples.courier.counterpart.TakeDeliveryReply;
import io.tidings.examples.courier.messages.Bid;
import io.tidings.examples.courier.messages.DeliveryDeclined;
import io.tidings.examples.courier.messages.DeliveryTaken;
import io.tidings.examples.courier.messages.Position;
import io.tidings.examples.courier.messages.ReleaseDelivery;
import io.tidings.examples.courier.messages.ShiftNotice;
import io.tidings.examples.courier.messages.TakeDelivery;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What couriers' own programs do: clients generated for the other side of the document. */
final class Couriers {

    private final Transport transport;

    Couriers(Transport transport) {
        this.transport = transport;
    }

    /**
     * A courier who reads all calls, in a group of their own.
     *
     * @param cents what the courier would do any delivery for; empty if they never answer
     * @param calls gets the ids of deliveries the courier heard of
     */
    Subscription bidding(String courierId, OptionalLong cents, Queue<String> calls) {
        return CallForBidsReplier.subscribe(
                transport,
                "courier-" + courierId,
                CallForBidsReplier.replying(
                        call -> {
                            calls.add(Objects.requireNonNull(call.payload()).getDeliveryId());
                            return cents.isPresent()
                                    ? Optional.of(new Bid(courierId, cents.getAsLong()))
                                    : Optional.empty();
                        },
                        transport.sink()));
    }

    /** Takes what it is asked to take, unless that is far away. */
    Subscription taking() {
        return TakeDeliveryReplier.serve(transport, request -> {
            TakeDelivery command = Objects.requireNonNull(request.payload());
            return command.getDeliveryId().startsWith("far")
                    ? new TakeDeliveryReply.DeliveryDeclined(
                            new DeliveryDeclined(command.getDeliveryId(), "my bike is broken"))
                    : new TakeDeliveryReply.DeliveryTaken(
                            new DeliveryTaken(command.getDeliveryId(), command.getCourierId()));
        });
    }

    /** Says where couriers are: each time they are asked, one degree further north. */
    Subscription locating() {
        AtomicInteger asked = new AtomicInteger();
        return PositionReplier.serve(
                transport,
                query -> new Position(
                        Objects.requireNonNull(query.payload()).getCourierId(),
                        (double) asked.incrementAndGet(),
                        13.4,
                        Instant.EPOCH));
    }

    Subscription released(Queue<Received<String, ReleaseDelivery>> releases) {
        return ReleaseDeliverySubscriber.subscribe(transport, releases::add);
    }

    /** Many couriers, numbered from the first, want to work on that day. Done when the broker has all notices. */
    CompletableFuture<Void> wantToWork(int first, int couriers, LocalDate day) {
        ShiftNoticesNotifier notices = new ShiftNoticesNotifier(transport.sink());
        CompletableFuture<?>[] sent = new CompletableFuture<?>[couriers];
        for (int i = 0; i < couriers; i++) {
            sent[i] =
                    notices.send(new ShiftNotice("courier" + (first + i), day)).toCompletableFuture();
        }
        return CompletableFuture.allOf(sent);
    }
}
