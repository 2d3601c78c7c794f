package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.Returned;

/** Turns message {@code returned} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class ReturnedDowncaster implements Downcaster<Returned, gen.v1.shop.Returned> {
    /** The one instance. */
    public static final ReturnedDowncaster INSTANCE = new ReturnedDowncaster();

    private ReturnedDowncaster() {}

    @Override
    public gen.v1.shop.Returned downcast(Returned newer) {
        return gen.v1.shop.Returned.newBuilder()
                .setOrder(newer.getOrder())
                .build();
    }
}
