package gen.application;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.AskPrice;
import org.shop.Price;

/** Answers requests from {@code prices.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface PriceHandler {
    /**
     * Answers a request. A {@link FaultReplyException} becomes a fault reply; what this has written before stays.
     * What fails otherwise is tried again, and answered with a fault when it is given up.
     *
     * @return the reply
     */
    Price handle(Received<Void, AskPrice> request) throws Exception;
}
