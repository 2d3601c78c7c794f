package gen.application.migration;

import gen.v1.shop.Remind;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Upcaster;

/** Turns message {@code remind} of version 1.4.0 into that of version 2.0.0. Nothing is left to decide. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class RemindUpcaster implements Upcaster<Remind, org.shop.Remind> {
    /** The one instance. */
    public static final RemindUpcaster INSTANCE = new RemindUpcaster();

    private RemindUpcaster() {}

    @Override
    public org.shop.Remind upcast(Remind older) {
        return org.shop.Remind.newBuilder()
                .setOrder(older.getOrder())
                .build();
    }
}
