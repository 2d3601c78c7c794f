package gen.counterpart;

import com.acme.rates.ExchangeRate;
import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.Place;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.List;
import java.util.Optional;

/** What the topic of channel {@code rates} depends on: it is called {@code rates.{to}}. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record RatesParameters(String to) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("rates.{to}");

    /** @throws AddressParameterException if a topic cannot be called so */
    public RatesParameters {
        TEMPLATE.expand(to);
    }

    /**
     * Takes them from a payload.
     *
     * @throws AddressParameterException if a topic cannot be called so
     */
    public static RatesParameters of(ExchangeRate payload) {
        return new RatesParameters(new Place.Field(List.of("to")).text(payload));
    }

    /** Reads them back from where a message came from. */
    public static RatesParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel rates has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<RatesParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new RatesParameters(values.get(0)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(to);
    }
}
