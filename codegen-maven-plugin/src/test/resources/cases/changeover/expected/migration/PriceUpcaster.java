package gen.application.migration;

import gen.v1.shop.Price;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code price} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PriceUpcaster implements Upcaster<Price, org.shop.Price> {
    /** The one instance. */
    public static final PriceUpcaster INSTANCE = new PriceUpcaster();

    private PriceUpcaster() {}

    @Override
    public org.shop.Price upcast(Price older) {
        return org.shop.Price.newBuilder()
                .setCents((long) older.getCents())
                .build();
    }
}
