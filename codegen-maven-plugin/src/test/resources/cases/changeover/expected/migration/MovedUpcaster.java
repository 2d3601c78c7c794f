package gen.application.migration;

import gen.v1.shop.ParcelMoved;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code moved} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class MovedUpcaster implements Upcaster<ParcelMoved, org.shop.ParcelMoved> {
    /** The one instance. */
    public static final MovedUpcaster INSTANCE = new MovedUpcaster();

    private MovedUpcaster() {}

    @Override
    public org.shop.ParcelMoved upcast(ParcelMoved older) {
        return org.shop.ParcelMoved.newBuilder()
                .setTo(older.getTo())
                .build();
    }
}
