package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;

/** What the topic of channel {@code areas} depends on: it is called {@code areas.{area}.v2}. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public record AreasParameters(String area) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("areas.{area}.v2");

    /** @throws AddressParameterException if a topic cannot be called so */
    public AreasParameters {
        TEMPLATE.expand(area);
    }

    /** Reads them back from where a message came from. */
    public static AreasParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel areas has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<AreasParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new AreasParameters(values.get(0)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(area);
    }
}
