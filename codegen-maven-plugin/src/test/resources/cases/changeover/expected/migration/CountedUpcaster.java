package gen.application.migration;

import gen.v1.shop.Counted;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;

/**
 * Turns message {@code counted} of version 1.4.0 into that of version 2.0.0. Each method without a body is
 * something that a person has to decide.
 * What cannot be decided throws {@link PoisonMessageException}.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface CountedUpcaster extends Upcaster<Counted, org.shop.Counted> {
    @Override
    default org.shop.Counted upcast(Counted older) {
        return org.shop.Counted.newBuilder()
                .setSku(older.getSku())
                .setN(n(older))
                .build();
    }

    /** Decides {@code n}: 1.4.0 has no such field, and 2.0.0 no default for it. */
    int n(Counted older);
}
