package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.warehouse.Count;
import org.warehouse.HowMany;

/** The kinds of message of Warehouse. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WarehouseMessages {
    /** Message {@code StockChanged}. */
    public static final MessageType<Count> STOCK_CHANGED =
            new MessageType<>("StockChanged", Count.class, Count.getClassSchema());

    /** Message {@code Audited}. */
    public static final MessageType<Count> AUDITED = new MessageType<>("Audited", Count.class, Count.getClassSchema());

    /** Message {@code Measured}. */
    public static final MessageType<Count> MEASURED =
            new MessageType<>("Measured", Count.class, Count.getClassSchema());

    /** Message {@code Alarm}. */
    public static final MessageType<Count> ALARM = new MessageType<>("Alarm", Count.class, Count.getClassSchema());

    /** Message {@code howMany}. */
    public static final MessageType<HowMany> HOW_MANY =
            new MessageType<>("howMany", HowMany.class, HowMany.getClassSchema());

    /** Message {@code count}. */
    public static final MessageType<Count> COUNT = new MessageType<>("count", Count.class, Count.getClassSchema());

    /** Message {@code label}. */
    public static final MessageType<Count> LABEL = new MessageType<>("label", Count.class, Count.getClassSchema());

    private WarehouseMessages() {}
}
