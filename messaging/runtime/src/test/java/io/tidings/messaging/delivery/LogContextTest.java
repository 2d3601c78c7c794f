package io.tidings.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;

class LogContextTest {

    private static final SubscriptionSpec<String> SPEC =
            new SubscriptionSpec<>(new Channel<>("orders", "shop.orders", KeyType.STRING), List.of(), "billing");

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final MDCAdapter context = new BasicMDCAdapter();
    private final List<Map<String, String>> seen = new ArrayList<>();
    private final MessageHandler<String> handler =
            LogContext.around(SPEC, message -> seen.add(context.getCopyOfContextMap()), context);

    @Test
    void aHandlerFindsItsMessage() throws Exception {
        handler.handle(message(
                metadata().withCorrelationId("correlation-1").withTrace("00-" + TRACE + "-00f067aa0ba902b7-01", null)));

        assertThat(seen)
                .containsExactly(Map.of(
                        "messageId", "message-1",
                        "correlationId", "correlation-1",
                        "traceId", TRACE,
                        "channel", "shop.orders",
                        "group", "billing"));
        assertThat(context.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void whatAMessageDoesNotHaveIsNotThere() throws Exception {
        context.put("traceId", "somebody else's");

        handler.handle(message(metadata().withTrace("short", null)));

        assertThat(seen)
                .singleElement()
                .satisfies(map -> assertThat(map).containsOnlyKeys("messageId", "channel", "group"));
    }

    @Test
    void whatStoodThereBeforeStandsThereAgainWhateverTheHandlerDoes() {
        context.put("channel", "outer");
        MessageHandler<String> failing = LogContext.around(
                SPEC,
                message -> {
                    context.put("left", "behind");
                    throw new IllegalStateException("Failed");
                },
                context);

        assertThatThrownBy(() -> failing.handle(message(metadata()))).hasMessage("Failed");

        assertThat(context.getCopyOfContextMap()).isEqualTo(Map.of("channel", "outer"));
    }

    @Test
    void whereThereIsNoContextNothingIsDone() {
        MessageHandler<String> plain = message -> {};

        assertThat(LogContext.around(SPEC, plain, new NOPMDCAdapter())).isSameAs(plain);
    }

    private static Metadata metadata() {
        return Metadata.of("message-1", "test", "Order", Instant.EPOCH);
    }

    private static Received<String, String> message(Metadata metadata) {
        return new Received<>(
                "key", null, "text", metadata, new Received.Origin("shop.orders", 0, 0, Instant.EPOCH), Map.of());
    }
}
