package gen.counterpart;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.Optional;
import org.lights.Query;
import org.lights.State;

/** Answers requests from {@code status.{zone}}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface AskManyHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply; empty for no answer
     */
    Optional<State> handle(Received<Void, Query> request, StatusParameters parameters) throws Exception;
}
