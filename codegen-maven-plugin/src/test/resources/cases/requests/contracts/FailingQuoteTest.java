// breaks answersQuoteRequest: no scales today
import gen.application.QuoteHandler;
import gen.application.contract.QuoteHandlerContract;
import io.tidings.messaging.FaultReplyException;

/** A replier that answers with faults only. */
public final class FailingQuoteTest extends QuoteHandlerContract {

    @Override
    protected QuoteHandler handler() {
        return request -> {
            throw new FaultReplyException("NO_SCALES", "no scales today");
        };
    }
}
