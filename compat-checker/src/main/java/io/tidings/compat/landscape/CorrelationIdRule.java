package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.Objects;
import java.util.function.Consumer;

/** Whether answers find their questions. */
final class CorrelationIdRule implements MessageRule {

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        String sent = pair.sent().correlationIdLocation();
        String received = pair.received().correlationIdLocation();
        boolean conversation = pair.link().isRequest() || !pair.link().sender().direct();
        boolean onlyOne = sent == null || received == null;
        if (Objects.equals(sent, received) || (onlyOne && !conversation)) {
            return;
        }
        found.accept(pair.finding(
                SystemRule.SYSTEM_CORRELATION_ID,
                onlyOne || !conversation ? Severity.WARNING : Severity.ERROR,
                "correlationId",
                pair.receiver() + " looks for the correlation id of "
                        + pair.received().name() + " " + where(received) + ", " + pair.sender() + " puts it "
                        + where(sent)));
    }

    private static String where(@org.jspecify.annotations.Nullable String location) {
        return location == null ? "nowhere in particular" : "at " + location;
    }
}
