package gen.application.migration;

import gen.v1.shop.AskPrice;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code ask} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class AskUpcaster implements Upcaster<AskPrice, org.shop.AskPrice> {
    /** The one instance. */
    public static final AskUpcaster INSTANCE = new AskUpcaster();

    private AskUpcaster() {}

    @Override
    public org.shop.AskPrice upcast(AskPrice older) {
        return org.shop.AskPrice.newBuilder()
                .setSku(older.getSku())
                .build();
    }
}
