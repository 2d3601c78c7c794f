package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SchemaIdLocation;
import org.quotes.Quote;
import org.quotes.QuoteRequest;
import org.quotes.Refusal;

/** The kinds of message of Quotes. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuotesMessages {
    /** Message {@code quoteRequest}. */
    public static final MessageType<QuoteRequest> QUOTE_REQUEST =
            new MessageType<>("quoteRequest", QuoteRequest.class, QuoteRequest.getClassSchema());

    /** Message {@code quote}. */
    public static final MessageType<Quote> QUOTE = new MessageType<>("quote", Quote.class, Quote.getClassSchema());

    /** Message {@code refusal}. */
    public static final MessageType<Refusal> REFUSAL =
            new MessageType<>("refusal", Refusal.class, Refusal.getClassSchema(), SchemaIdLocation.HEADER);

    private QuotesMessages() {}
}
