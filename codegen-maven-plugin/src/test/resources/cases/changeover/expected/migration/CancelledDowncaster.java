package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.OrderCancelled;

/** Turns message {@code cancelled} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CancelledDowncaster implements Downcaster<OrderCancelled, gen.v1.shop.OrderCancelled> {
    /** The one instance. */
    public static final CancelledDowncaster INSTANCE = new CancelledDowncaster();

    private CancelledDowncaster() {}

    @Override
    public gen.v1.shop.OrderCancelled downcast(OrderCancelled newer) {
        // Left behind: why
        return gen.v1.shop.OrderCancelled.newBuilder()
                .setId(newer.getId())
                .build();
    }
}
