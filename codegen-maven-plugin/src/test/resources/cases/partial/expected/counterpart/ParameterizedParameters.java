package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;

/**
 * What the topic of channel {@code parameterized} depends on: it is called {@code region.{region}}.
 *
 * @param region Where
 */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public record ParameterizedParameters(String region) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("region.{region}");

    /** @throws AddressParameterException if a topic cannot be called so */
    public ParameterizedParameters {
        TEMPLATE.expand(region);
    }

    /** Reads them back from where a message came from. */
    public static ParameterizedParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel parameterized has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<ParameterizedParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new ParameterizedParameters(values.get(0)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(region);
    }
}
