package gen.application.migration;

import gen.v1.shop.Opened;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code opened} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OpenedUpcaster implements Upcaster<Opened, org.shop.Opened> {
    /** The one instance. */
    public static final OpenedUpcaster INSTANCE = new OpenedUpcaster();

    private OpenedUpcaster() {}

    @Override
    public org.shop.Opened upcast(Opened older) {
        return org.shop.Opened.newBuilder()
                .setAt(older.getAt())
                .build();
    }
}
