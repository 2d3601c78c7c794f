package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.Opened;

/** Turns message {@code opened} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OpenedDowncaster implements Downcaster<Opened, gen.v1.shop.Opened> {
    /** The one instance. */
    public static final OpenedDowncaster INSTANCE = new OpenedDowncaster();

    private OpenedDowncaster() {}

    @Override
    public gen.v1.shop.Opened downcast(Opened newer) {
        return gen.v1.shop.Opened.newBuilder()
                .setAt(newer.getAt())
                .build();
    }
}
