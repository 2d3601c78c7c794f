package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.shop.AskPrice;
import org.shop.Counted;
import org.shop.Opened;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;
import org.shop.ParcelMoved;
import org.shop.PaymentMade;
import org.shop.Price;
import org.shop.Remind;
import org.shop.Returned;

/** The kinds of message of Orders. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OrdersMessages {
    /** Message {@code placed}. */
    public static final MessageType<OrderPlaced> PLACED =
            new MessageType<>("placed", OrderPlaced.class, OrderPlaced.getClassSchema());

    /** Message {@code cancelled}. */
    public static final MessageType<OrderCancelled> CANCELLED =
            new MessageType<>("cancelled", OrderCancelled.class, OrderCancelled.getClassSchema());

    /** Message {@code shipped}. */
    public static final MessageType<OrderShipped> SHIPPED =
            new MessageType<>("shipped", OrderShipped.class, OrderShipped.getClassSchema());

    /** Message {@code moved}. */
    public static final MessageType<ParcelMoved> MOVED =
            new MessageType<>("moved", ParcelMoved.class, ParcelMoved.getClassSchema());

    /** Message {@code PaymentMade}. */
    public static final MessageType<PaymentMade> PAYMENT_MADE =
            new MessageType<>("PaymentMade", PaymentMade.class, PaymentMade.getClassSchema());

    /** Message {@code returned}. */
    public static final MessageType<Returned> RETURNED =
            new MessageType<>("returned", Returned.class, Returned.getClassSchema());

    /** Message {@code counted}. */
    public static final MessageType<Counted> COUNTED =
            new MessageType<>("counted", Counted.class, Counted.getClassSchema());

    /** Message {@code remind}. */
    public static final MessageType<Remind> REMIND = new MessageType<>("remind", Remind.class, Remind.getClassSchema());

    /** Message {@code opened}. */
    public static final MessageType<Opened> OPENED = new MessageType<>("opened", Opened.class, Opened.getClassSchema());

    /** Message {@code ask}. */
    public static final MessageType<AskPrice> ASK = new MessageType<>("ask", AskPrice.class, AskPrice.getClassSchema());

    /** Message {@code price}. */
    public static final MessageType<Price> PRICE = new MessageType<>("price", Price.class, Price.getClassSchema());

    private OrdersMessages() {}
}
