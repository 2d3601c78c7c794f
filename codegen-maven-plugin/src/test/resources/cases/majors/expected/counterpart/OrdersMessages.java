package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;

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

    private OrdersMessages() {}
}
