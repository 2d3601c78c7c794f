package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.Counted;

/** Turns message {@code counted} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CountedDowncaster implements Downcaster<Counted, gen.v1.shop.Counted> {
    /** The one instance. */
    public static final CountedDowncaster INSTANCE = new CountedDowncaster();

    private CountedDowncaster() {}

    @Override
    public gen.v1.shop.Counted downcast(Counted newer) {
        // Left behind: n
        return gen.v1.shop.Counted.newBuilder()
                .setSku(newer.getSku())
                .build();
    }
}
