package gen.application;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;

/**
 * What the topic of channel {@code dim} depends on: it is called {@code dim-{class}}.
 *
 * @param class_ What &lt;b&gt;kind&#42;/ of light &#125; it is.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record DimParameters(String class_) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("dim-{class}");

    /** @throws AddressParameterException if a topic cannot be called so */
    public DimParameters {
        TEMPLATE.expand(class_);
    }

    /** With the values that the document gives where nobody says otherwise. */
    public static DimParameters withDefaults() {
        return new DimParameters("led");
    }

    /** Reads them back from where a message came from. */
    public static DimParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel dim has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<DimParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new DimParameters(values.get(0)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(class_);
    }
}
