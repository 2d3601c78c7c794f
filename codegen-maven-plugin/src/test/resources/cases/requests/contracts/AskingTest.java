// keeps
import static org.assertj.core.api.Assertions.assertThat;

import gen.counterpart.QuoteReply;
import gen.counterpart.QuoteRequestor;
import gen.counterpart.contract.QuoteRequestorContract;
import java.time.Duration;
import org.quotes.QuoteRequest;

/** Who asks, and takes every answer. */
public final class AskingTest extends QuoteRequestorContract {

    @Override
    protected void request(QuoteRequestor requestor) throws InterruptedException {
        QuoteReply reply = requestor.requestAndWait(7L, new QuoteRequest(200), Duration.ofSeconds(30));
        assertThat(reply).isNotInstanceOf(QuoteReply.Unknown.class);
    }
}
