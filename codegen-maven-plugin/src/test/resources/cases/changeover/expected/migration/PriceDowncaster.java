package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import org.shop.Price;

/**
 * Turns message {@code price} of version 2.0.0 into that of version 1.4.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PriceDowncaster extends Downcaster<Price, gen.v1.shop.Price> {
    @Override
    default gen.v1.shop.Price downcast(Price newer) {
        return gen.v1.shop.Price.newBuilder()
                .setCents(cents(newer))
                .build();
    }

    /** Decides {@code cents}: it is long in 2.0.0 and int in 1.4.0. */
    int cents(Price newer);
}
