package gen.application.migration;

import gen.v1.shop.Returned;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code returned} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class ReturnedUpcaster implements Upcaster<Returned, org.shop.Returned> {
    /** The one instance. */
    public static final ReturnedUpcaster INSTANCE = new ReturnedUpcaster();

    private ReturnedUpcaster() {}

    @Override
    public org.shop.Returned upcast(Returned older) {
        return org.shop.Returned.newBuilder()
                .setOrder(older.getOrder())
                .build();
    }
}
