package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import org.shop.OrderPlaced;

/**
 * Turns message {@code placed} of version 2.0.0 into that of version 1.4.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PlacedDowncaster extends Downcaster<OrderPlaced, gen.v1.shop.OrderPlaced> {
    @Override
    default gen.v1.shop.OrderPlaced downcast(OrderPlaced newer) {
        // Left behind: currency
        return gen.v1.shop.OrderPlaced.newBuilder()
                .setId(newer.getId())
                .setAmount(amount(newer))
                .build();
    }

    /** Decides {@code amount}: it is long in 2.0.0 and int in 1.4.0. */
    int amount(OrderPlaced newer);
}
