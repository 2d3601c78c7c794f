package gen.application.migration;

import gen.v1.shop.Paid;
import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import org.shop.PaymentMade;

/**
 * Turns message {@code PaymentMade} of version 2.0.0 into that of version 1.4.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PaymentMadeDowncaster extends Downcaster<PaymentMade, Paid> {
    @Override
    default Paid downcast(PaymentMade newer) {
        // Left behind: amount
        return Paid.newBuilder()
                .setOrder(newer.getOrder())
                .setCents(cents(newer))
                .build();
    }

    /** Decides {@code cents}: 2.0.0 has no such field, and 1.4.0 no default for it. */
    long cents(PaymentMade newer);
}
