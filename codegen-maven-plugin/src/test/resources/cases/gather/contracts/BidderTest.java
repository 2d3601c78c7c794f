// keeps
import gen.counterpart.InquiryHandler;
import gen.counterpart.contract.InquiryHandlerContract;
import java.util.Optional;

/** Answers nothing, as it may. */
public final class BidderTest extends InquiryHandlerContract {

    @Override
    protected InquiryHandler handler() {
        return lot -> Optional.empty();
    }
}
