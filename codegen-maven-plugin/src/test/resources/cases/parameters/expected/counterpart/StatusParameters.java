package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;
import org.lights.Query;

/** What the topic of channel {@code status} depends on: it is called {@code status.{zone}}. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record StatusParameters(StatusParameters.Zone zone) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("status.{zone}")
            .with("zone", "north", "south");

    /** @throws AddressParameterException if a topic cannot be called so */
    public StatusParameters {
        TEMPLATE.expand(zone.toString());
    }

    /**
     * Takes them from a payload.
     *
     * @throws AddressParameterException if a topic cannot be called so
     */
    public static StatusParameters of(Query payload) {
        return new StatusParameters(Zone.of(String.valueOf(payload.getZone())));
    }

    /** Reads them back from where a message came from. */
    public static StatusParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel status has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<StatusParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new StatusParameters(Zone.of(values.get(0))));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(zone.toString());
    }

    /** The values of parameter {@code zone}. */
    public enum Zone {
        NORTH("north"),

        SOUTH("south");

        private final String text;

        Zone(String text) {
            this.text = text;
        }

        /**
         * The value that stands so in addresses.
         *
         * @throws AddressParameterException if there is none
         */
        public static Zone of(String text) {
            for (Zone value : values()) {
                if (value.text.equals(text)) {
                    return value;
                }
            }
            throw new AddressParameterException("zone", text, "it is none of north, south");
        }

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return text;
        }
    }
}
