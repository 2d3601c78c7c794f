package gen.application;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;
import org.warehouse.HowMany;
import org.warehouse.Place;

/** Answers requests from {@code warehouse.questions}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface CountHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply
     */
    Count handle(Received<Place, HowMany> request) throws Exception;
}
