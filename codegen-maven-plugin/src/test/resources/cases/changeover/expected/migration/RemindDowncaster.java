package gen.application.migration;

import io.tidings.messaging.Downcaster;
import io.tidings.messaging.Generated;
import org.shop.Remind;

/** Turns message {@code remind} of version 2.0.0 into that of version 1.4.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class RemindDowncaster implements Downcaster<Remind, gen.v1.shop.Remind> {
    /** The one instance. */
    public static final RemindDowncaster INSTANCE = new RemindDowncaster();

    private RemindDowncaster() {}

    @Override
    public gen.v1.shop.Remind downcast(Remind newer) {
        return gen.v1.shop.Remind.newBuilder()
                .setOrder(newer.getOrder())
                .build();
    }
}
