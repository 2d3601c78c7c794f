package gen.counterpart;

import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.AddressTemplate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import java.util.Optional;

/** What the topic of channel {@code zonedReplies} depends on: it is called {@code replies.{zone}}. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public record ZonedRepliesParameters(String zone) {
    private static final AddressTemplate TEMPLATE = AddressTemplate.of("replies.{zone}");

    /** @throws AddressParameterException if a topic cannot be called so */
    public ZonedRepliesParameters {
        TEMPLATE.expand(zone);
    }

    /** Reads them back from where a message came from. */
    public static ZonedRepliesParameters from(Received<?, ?> message) {
        return parse(message.origin().address()).orElseThrow(() -> new PoisonMessageException(
                "Channel zonedReplies has no such address: " + message.origin().address(), null));
    }

    /** Reads them back from a topic's name; empty if it is none of this channel's. */
    public static Optional<ZonedRepliesParameters> parse(String address) {
        return TEMPLATE.values(address)
                .map(values -> new ZonedRepliesParameters(values.get(0)));
    }

    /** The topic. */
    public String address() {
        return TEMPLATE.expand(zone);
    }
}
