package gen.application.migration;

import gen.v1.shop.OrderPlaced;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;

/**
 * Turns message {@code placed} of version 1.4.0 into that of version 2.0.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PlacedUpcaster extends Upcaster<OrderPlaced, org.shop.OrderPlaced> {
    @Override
    default org.shop.OrderPlaced upcast(OrderPlaced older) {
        return org.shop.OrderPlaced.newBuilder()
                .setId(older.getId())
                .setAmount((long) older.getAmount())
                .setCurrency(currency(older))
                .build();
    }

    /** Decides {@code currency}: 1.4.0 has no such field, and 2.0.0 no default for it. */
    String currency(OrderPlaced older);
}
