package gen.application.migration;

import gen.v1.shop.Paid;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;
import java.math.BigDecimal;
import org.shop.PaymentMade;

/**
 * Turns message {@code PaymentMade} of version 1.4.0 into that of version 2.0.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PaymentMadeUpcaster extends Upcaster<Paid, PaymentMade> {
    @Override
    default PaymentMade upcast(Paid older) {
        // Left behind: cents
        return PaymentMade.newBuilder()
                .setOrder(older.getOrder())
                .setAmount(amount(older))
                .build();
    }

    /** Decides {@code amount}: 1.4.0 has no such field, and 2.0.0 no default for it. */
    BigDecimal amount(Paid older);
}
