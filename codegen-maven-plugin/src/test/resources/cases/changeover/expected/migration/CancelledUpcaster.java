package gen.application.migration;

import gen.v1.shop.OrderCancelled;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code cancelled} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CancelledUpcaster implements Upcaster<OrderCancelled, org.shop.OrderCancelled> {
    /** The one instance. */
    public static final CancelledUpcaster INSTANCE = new CancelledUpcaster();

    private CancelledUpcaster() {}

    @Override
    public org.shop.OrderCancelled upcast(OrderCancelled older) {
        return org.shop.OrderCancelled.newBuilder()
                .setId(older.getId())
                .build();
    }
}
