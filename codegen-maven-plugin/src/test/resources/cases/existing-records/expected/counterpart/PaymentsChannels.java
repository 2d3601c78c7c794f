package gen.counterpart;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Generated;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.avro.ExistingClasses;
import io.tidings.messaging.serde.AvroKey;
import java.util.List;
import java.util.Map;
import org.shared.Account;

/** The channels of Payments. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PaymentsChannels {
    /** Channel {@code paid}, topic {@code shop.paid}. */
    public static final Channel<Account> PAID =
            new Channel<>("paid", "shop.paid", AvroKey.bare(Account.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Account\",\"namespace\":\"org.shared\",\"fields\":[{\"name"
                    + "\":\"number\",\"type\":\"long\"}]}")));

    /** Channel {@code audits}, topic {@code shop.audits}. */
    public static final Channel<Account> AUDITS =
            new Channel<>("audits", "shop.audits", AvroKey.framed(Account.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Account\",\"namespace\":\"org.shared\",\"fields\":[{\"name"
                    + "\":\"number\",\"type\":\"long\"}]}")));

    /** Channel {@code questions}, topic {@code shop.questions}. */
    public static final Channel<Void> QUESTIONS = new Channel<>("questions", "shop.questions", KeyType.NONE);

    /** Channel {@code answers}, topic {@code shop.answers}. */
    public static final Channel<Void> ANSWERS = new Channel<>("answers", "shop.answers", KeyType.NONE);

    /** What the document says of their topics, to create those that are missing. */
    public static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec("shop.paid", 0, 0, Map.of()),
            new TopicSpec("shop.audits", 0, 0, Map.of()),
            new TopicSpec("shop.questions", 0, 0, Map.of()),
            new TopicSpec("shop.answers", 0, 0, Map.of()));

    private PaymentsChannels() {}

    /** Channel {@code rates}, topic {@code rates.{to}}. */
    public static Channel<Void> rates(RatesParameters parameters) {
        return new Channel<>("rates", parameters.address(), KeyType.NONE);
    }

    /** What the document says of a topic of channel {@code rates}, to create it if it is missing. */
    public static TopicSpec ratesTopic(RatesParameters parameters) {
        return new TopicSpec(parameters.address(), 0, 0, Map.of());
    }
}
