package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;

/** What the topic of channel {@code odd} depends on: it is called {@code odd.{value}.{of}}. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record OddParameters(OddParameters.Value value, String of) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("odd.{value}.{of}")
            .with("value", "ok");

    /** @throws AddressParameterException if a topic cannot be called so */
    public OddParameters {
        TEMPLATE.expand(value.toString(), of);
    }

    /** Reads them back from where a message came from. */
    public static OddParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel odd has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<OddParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new OddParameters(Value.of(values.get(0)), values.get(1)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(value.toString(), of);
    }

    /** The values of parameter {@code value}. */
    public enum Value {
        OK("ok");

        private final String text;

        Value(String text) {
            this.text = text;
        }

        /**
         * The value that stands so in addresses.
         *
         * @throws AddressParameterException if there is none
         */
        public static Value of(String text) {
            for (Value value : values()) {
                if (value.text.equals(text)) {
                    return value;
                }
            }
            throw new AddressParameterException("value", text, "it is none of ok");
        }

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return text;
        }
    }
}
