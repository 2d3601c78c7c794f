// breaks livesWithRefusal: I expected a price
import gen.counterpart.QuoteReply;
import gen.counterpart.QuoteRequestor;
import gen.counterpart.contract.QuoteRequestorContract;
import java.time.Duration;
import org.quotes.QuoteRequest;

/** Who does not expect to be refused. */
public final class PickyTest extends QuoteRequestorContract {

    @Override
    protected void request(QuoteRequestor requestor) throws InterruptedException {
        QuoteReply reply = requestor.requestAndWait(7L, new QuoteRequest(200), Duration.ofSeconds(30));
        if (!(reply instanceof QuoteReply.Quote)) {
            throw new IllegalStateException("I expected a price");
        }
    }
}
