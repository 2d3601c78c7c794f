package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.ParcelMoved;

/** Turns message {@code moved} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class MovedDowncaster implements Downcaster<ParcelMoved, gen.v1.shop.ParcelMoved> {
    /** The one instance. */
    public static final MovedDowncaster INSTANCE = new MovedDowncaster();

    private MovedDowncaster() {}

    @Override
    public gen.v1.shop.ParcelMoved downcast(ParcelMoved newer) {
        return gen.v1.shop.ParcelMoved.newBuilder()
                .setTo(newer.getTo())
                .build();
    }
}
