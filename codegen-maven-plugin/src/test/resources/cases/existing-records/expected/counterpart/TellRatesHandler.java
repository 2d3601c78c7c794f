package gen.counterpart;

import com.acme.rates.ExchangeRate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code rates.{to}}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface TellRatesHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, ExchangeRate> message, RatesParameters parameters) throws Exception;
}
