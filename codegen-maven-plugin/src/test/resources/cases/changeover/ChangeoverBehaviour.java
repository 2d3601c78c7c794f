import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.BookSubscriber;
import gen.application.PlacedHeaders;
import gen.application.migration.BookMigratingSubscriber;
import gen.application.migration.MoveMigratingPublisher;
import gen.application.migration.PlacedDowncaster;
import gen.application.migration.TellMigratingPublisher;
import gen.counterpart.TellMessage;
import gen.counterpart.TellSubscriber;
import gen.v1.MovedHeaders;
import gen.v1.OrdersMessages;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.majors.Majors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;
import org.shop.ParcelMoved;
import org.shop.PaymentMade;

/** An owner that writes two versions, and a reader that reads two. */
public final class ChangeoverBehaviour {

    private static final PlacedDowncaster DOWN = newer -> {
        if (newer.getAmount() > Integer.MAX_VALUE) {
            throw new PoisonMessageException("Version 1 cannot say " + newer.getAmount(), null);
        }
        return (int) newer.getAmount();
    };

    private final FakeTransport transport = new FakeTransport();
    private final List<Received<String, ?>> older = new ArrayList<>();
    private final List<Received<String, ?>> newer = new ArrayList<>();

    private TellMigratingPublisher owner(Majors written) {
        transport.subscribe(
                new SubscriptionSpec<>(
                        gen.v1.OrdersChannels.ORDERS, List.of(OrdersMessages.PLACED, OrdersMessages.CANCELLED), "old"),
                older::add);
        transport.subscribe(TellSubscriber.spec("new"), newer::add);
        return new TellMigratingPublisher(transport.atomicSink("owner-1"), written, DOWN);
    }

    private static OrderPlaced placed(long amount) {
        return new OrderPlaced("o1", amount, "EUR");
    }

    public void bothAreWrittenWithOneIdAndKeyAndHeaders() {
        owner(Majors.BOTH)
                .publishPlaced("o1", placed(7), PlacedHeaders.of("Elm Street"), SendOptions.NONE.withEntityVersion(3));

        assertThat(older).hasSize(1);
        assertThat(newer).hasSize(1);
        assertThat(older.get(0).payload()).isEqualTo(new gen.v1.shop.OrderPlaced("o1", 7));
        assertThat(newer.get(0).payload()).isEqualTo(placed(7));
        assertThat(older.get(0).metadata().id())
                .isEqualTo(newer.get(0).metadata().id());
        assertThat(older.get(0).metadata().source())
                .isEqualTo(newer.get(0).metadata().source());
        assertThat(older.get(0).metadata().entityVersion()).isEqualTo(3);
        assertThat(newer.get(0).metadata().entityVersion()).isEqualTo(3);
        assertThat(older.get(0).key()).isEqualTo("o1");
        assertThat(gen.v1.PlacedHeaders.of(older.get(0)).shop()).isEqualTo("Elm Street");
        assertThat(PlacedHeaders.of(newer.get(0)).shop()).isEqualTo("Elm Street");
    }

    public void theReceiptSaysTheIdThatBothHave() {
        String id = owner(Majors.BOTH)
                .publishCancelled("o1", new OrderCancelled("o1", "late"))
                .toCompletableFuture()
                .join()
                .messageId();
        assertThat(older).extracting(message -> message.metadata().id()).containsExactly(id);
        assertThat(newer).extracting(message -> message.metadata().id()).containsExactly(id);
    }

    public void anIdOfTheCallersIsThatOfBoth() {
        owner(Majors.BOTH).publishCancelled("o1", new OrderCancelled("o1", "late"), SendOptions.NONE.withId("mine"));
        assertThat(older).extracting(message -> message.metadata().id()).containsExactly("mine");
        assertThat(newer).extracting(message -> message.metadata().id()).containsExactly("mine");
    }

    public void atOtherStagesOneIsWritten() {
        owner(Majors.OLDER).publishCancelled("o1", new OrderCancelled("o1", "late"));
        assertThat(older).hasSize(1);
        assertThat(newer).isEmpty();

        new TellMigratingPublisher(transport, Majors.NEWER, newer -> {
                    throw new AssertionError("Nobody asks for it");
                })
                .publishPlaced("o1", placed(Long.MAX_VALUE), PlacedHeaders.of("Elm Street"));
        assertThat(older).hasSize(1);
        assertThat(newer).hasSize(1);
    }

    public void whatTheOlderVersionCannotSayIsNotSentAtAll() {
        TellMigratingPublisher owner = owner(Majors.BOTH);
        assertThatThrownBy(() -> owner.publishPlaced("o1", placed(Long.MAX_VALUE), PlacedHeaders.of("Elm Street")))
                .isInstanceOf(PoisonMessageException.class);
        assertThat(older).isEmpty();
        assertThat(newer).isEmpty();
    }

    public void whatTheOlderVersionDoesNotHaveGoesToTheNewerAlone() {
        owner(Majors.BOTH).publishShipped("o1", new OrderShipped("o1"));
        assertThat(older).isEmpty();
        assertThat(newer).hasSize(1);

        TellMigratingPublisher before = new TellMigratingPublisher(transport, Majors.OLDER, DOWN);
        assertThatThrownBy(() -> before.publishShipped("o1", new OrderShipped("o1")))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContainingAll("1.4.0", "shipped");
        assertThat(newer).hasSize(1);
    }

    public void aTombstoneEndsTheEntityOfBoth() {
        owner(Majors.BOTH).publishTombstone("o1", SendOptions.version(9));
        assertThat(older).hasSize(1);
        assertThat(newer).hasSize(1);
        assertThat(older.get(0).payload()).isNull();
        assertThat(older.get(0).metadata().id())
                .isEqualTo(newer.get(0).metadata().id());
    }

    public void whatDoesNotFollowIsGiven() {
        List<Received<String, ?>> before = new ArrayList<>();
        transport.subscribe(
                new SubscriptionSpec<>(gen.v1.OrdersChannels.PARCELS, List.of(OrdersMessages.MOVED), "old"),
                before::add);
        new MoveMigratingPublisher(transport, Majors.BOTH)
                .publish(7L, new ParcelMoved("Rome"), "seven", new MovedHeaders("north"));
        assertThat(before).hasSize(1);
        assertThat(before.get(0).key()).isEqualTo("seven");
        assertThat(MovedHeaders.of(before.get(0)).depot()).isEqualTo("north");
    }

    public void aReaderOfBothSeesTheNewerVersionAlone() {
        List<Received<String, PaymentMade>> booked = new ArrayList<>();
        new BookMigratingSubscriber(paid -> BigDecimal.valueOf(paid.getCents(), 2))
                .subscribe(transport, Majors.BOTH, "group", BookSubscriber.handling(booked::add));
        transport.send(OutgoingMessage.of(
                gen.v1.OrdersChannels.PAYMENTS,
                OrdersMessages.PAID,
                "o1",
                new gen.v1.shop.Paid("o1", 250L),
                SendOptions.NONE.withId("p1").withHeader("by", "card")));
        transport.send(OutgoingMessage.of(
                gen.application.OrdersChannels.PAYMENTS,
                gen.application.OrdersMessages.PAYMENT_MADE,
                "o1",
                new PaymentMade("o1", new BigDecimal("2.50")),
                SendOptions.NONE.withId("p1")));

        assertThat(booked).hasSize(2);
        assertThat(booked.get(0).payload()).isEqualTo(booked.get(1).payload());
        assertThat(booked.get(0).type()).isEqualTo(booked.get(1).type());
        assertThat(booked.get(0).metadata().id()).isEqualTo("p1");
        assertThat(booked.get(0).metadata().type()).isEqualTo("PaymentMade");
        assertThat(booked.get(0).headers()).containsKey("by");
    }

    public void aKindThatTheNewerVersionDoesNotHaveIsRefusedByAHandlerOfOne() {
        new BookMigratingSubscriber(paid -> BigDecimal.ONE)
                .subscribe(transport, Majors.OLDER, "group", BookSubscriber.handling(message -> {}));
        assertThatThrownBy(() -> transport.send(OutgoingMessage.of(
                        gen.v1.OrdersChannels.PAYMENTS,
                        OrdersMessages.REFUNDED,
                        "o1",
                        new gen.v1.shop.Refunded("o1"),
                        SendOptions.NONE)))
                .isInstanceOf(PoisonMessageException.class);
    }

    public void atTheLastStageTheOlderChannelIsLeftAlone() {
        List<Received<String, PaymentMade>> booked = new ArrayList<>();
        new BookMigratingSubscriber(paid -> BigDecimal.ONE)
                .subscribe(transport, Majors.NEWER, "group", BookSubscriber.handling(booked::add));
        transport.send(OutgoingMessage.of(
                gen.v1.OrdersChannels.PAYMENTS,
                OrdersMessages.PAID,
                "o1",
                new gen.v1.shop.Paid("o1", 250L),
                SendOptions.NONE));
        assertThat(booked).isEmpty();
    }

    public void theOtherSideOfTheNewerVersionTellsKindsApart() {
        List<TellMessage> told = new ArrayList<>();
        TellSubscriber.subscribe(transport, message -> told.add(message.payload()));
        owner(Majors.BOTH).publishCancelled("o1", new OrderCancelled("o1", "late"));
        assertThat(told).singleElement().isInstanceOf(TellMessage.Cancelled.class);
    }
}
