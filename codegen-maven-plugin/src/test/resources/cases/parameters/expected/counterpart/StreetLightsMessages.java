package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.lights.Dim;
import org.lights.Failed;
import org.lights.Measured;
import org.lights.Query;
import org.lights.State;

/** The kinds of message of Street Lights. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class StreetLightsMessages {
    /** Message {@code Measured}. */
    public static final MessageType<Measured> MEASURED =
            new MessageType<>("Measured", Measured.class, Measured.getClassSchema());

    /** Message {@code Failed}. */
    public static final MessageType<Failed> FAILED = new MessageType<>("Failed", Failed.class, Failed.getClassSchema());

    /** Message {@code Dim}. */
    public static final MessageType<Dim> DIM = new MessageType<>("Dim", Dim.class, Dim.getClassSchema());

    /** Message {@code Query}. */
    public static final MessageType<Query> QUERY = new MessageType<>("Query", Query.class, Query.getClassSchema());

    /** Message {@code State}. */
    public static final MessageType<State> STATE = new MessageType<>("State", State.class, State.getClassSchema());

    private StreetLightsMessages() {}
}
