package gen.application.migration;

import gen.application.BookSubscriber;
import gen.v1.OrdersMessages;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import io.tidings.messaging.majors.Majors;
import io.tidings.messaging.majors.MajorsSubscription;
import io.tidings.messaging.majors.Reading;
import io.tidings.messaging.majors.Upcasting;

/**
 * Reads version 1.4.0 from {@code payments}, version 2.0.0 from {@code payments.v2}, or both, into handlers of
 * version 2.0.0. Safe for use by several threads.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class BookMigratingSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = BookSubscriber.GROUP;

    private final PaymentMadeUpcaster paymentMadeUpcaster;

    public BookMigratingSubscriber(PaymentMadeUpcaster paymentMadeUpcaster) {
        this.paymentMadeUpcaster = paymentMadeUpcaster;
    }

    /** Hands messages of version 1.4.0 to a handler of version 2.0.0. */
    public MessageHandler<String> upcasting(MessageHandler<String> handler) {
        return Upcasting.to(handler)
                .with(OrdersMessages.PAID, gen.application.OrdersMessages.PAYMENT_MADE, paymentMadeUpcaster);
    }

    /**
     * Subscribes as a member of a group, which is the same at all stages.
     *
     * @param read which versions are read, as a configuration says it
     * @param handler is given each message once for each version that is read: let an idempotent receiver wrap
     *     BookSubscriber.handling(…), the same at all stages
     */
    public Subscription subscribe(Transport transport, Majors read, String group, MessageHandler<String> handler) {
        return MajorsSubscription.open(
                transport,
                read,
                new Reading<>(gen.v1.BookSubscriber.spec(group), upcasting(handler)),
                new Reading<>(BookSubscriber.spec(group), handler));
    }
}
