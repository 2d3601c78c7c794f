package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.depots.Opened;

/** The kinds of message of Depot. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DepotMessages {
    /** Message {@code Opened}. */
    public static final MessageType<Opened> OPENED = new MessageType<>("Opened", Opened.class, Opened.getClassSchema());

    private DepotMessages() {}
}
