package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.AskPrice;

/** Turns message {@code ask} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class AskDowncaster implements Downcaster<AskPrice, gen.v1.shop.AskPrice> {
    /** The one instance. */
    public static final AskDowncaster INSTANCE = new AskDowncaster();

    private AskDowncaster() {}

    @Override
    public gen.v1.shop.AskPrice downcast(AskPrice newer) {
        return gen.v1.shop.AskPrice.newBuilder()
                .setSku(newer.getSku())
                .build();
    }
}
