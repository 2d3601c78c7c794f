package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.kitchen.Order;

/** The kinds of message of Kitchen. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class KitchenMessages {
    /** Message {@code prepare}. */
    public static final MessageType<Order> PREPARE = new MessageType<>("prepare", Order.class, Order.getClassSchema());

    /** Message {@code cancel}. */
    public static final MessageType<Order> CANCEL = new MessageType<>("cancel", Order.class, Order.getClassSchema());

    /** Message {@code ring}. */
    public static final MessageType<Order> RING_BELL = new MessageType<>("ring", Order.class, Order.getClassSchema());

    private KitchenMessages() {}
}
