package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;
import org.lights.Measured;

/**
 * What the topic of channel {@code measured} depends on: it is called {@code lights.{streetId}.{zone}.measured}.
 *
 * @param streetId The street's id in the land register. Such as {@code main-street}, {@code 12-high}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record MeasuredParameters(String streetId, MeasuredParameters.Zone zone) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("lights.{streetId}.{zone}.measured")
            .with("zone", "city-north", "city-south", "3");

    /** @throws AddressParameterException if a topic cannot be called so */
    public MeasuredParameters {
        TEMPLATE.expand(streetId, zone.toString());
    }

    /** With the values that the document gives where nobody says otherwise. */
    public static MeasuredParameters withDefaults(String streetId) {
        return new MeasuredParameters(streetId, Zone.CITY_NORTH);
    }

    /**
     * Takes them from a payload.
     *
     * @throws AddressParameterException if a topic cannot be called so
     */
    public static MeasuredParameters of(Measured payload) {
        return new MeasuredParameters(payload.getPlace().getStreetId(), Zone.of(payload.getZone()));
    }

    /** Reads them back from where a message came from. */
    public static MeasuredParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel measured has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<MeasuredParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new MeasuredParameters(values.get(0), Zone.of(values.get(1))));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(streetId, zone.toString());
    }

    /** The values of parameter {@code zone}. */
    public enum Zone {
        CITY_NORTH("city-north"),

        CITY_SOUTH("city-south"),

        _3("3");

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
            throw new AddressParameterException("zone", text, "it is none of city-north, city-south, 3");
        }

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return text;
        }
    }
}
