// keeps
import static org.assertj.core.api.Assertions.assertThat;

import gen.application.QuoteHandler;
import gen.application.QuoteReply;
import gen.application.contract.QuoteHandlerContract;
import org.quotes.Quote;

/** A replier. */
public final class QuoteTest extends QuoteHandlerContract {

    @Override
    protected QuoteHandler handler() {
        return request ->
                new QuoteReply.Quote(new Quote(100L * request.payload().getWeightInGrams()));
    }

    @Override
    protected void replied(gen.counterpart.QuoteReply reply) {
        assertThat(reply).isEqualTo(new gen.counterpart.QuoteReply.Quote(new Quote(100L)));
    }
}
