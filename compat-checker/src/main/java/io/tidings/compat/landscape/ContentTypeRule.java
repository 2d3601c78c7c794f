package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import java.util.Locale;
import java.util.function.Consumer;

/** Whether both sides say the same content type. */
final class ContentTypeRule implements MessageRule {

    @Override
    public void check(MessagePair pair, Consumer<LandscapeFinding> found) {
        String sent = of(pair.link().sender(), pair.sent());
        String received = of(pair.link().receiver(), pair.received());
        if (!sent.isEmpty() && !received.isEmpty() && !sent.equals(received)) {
            found.accept(pair.finding(
                    SystemRule.SYSTEM_CONTENT_TYPE,
                    Severity.ERROR,
                    "contentType",
                    pair.receiver() + " takes " + pair.received().name() + " as " + received + ", " + pair.sender()
                            + " sends it as " + sent));
        }
    }

    private static String of(Use use, Message message) {
        String own = message.contentType();
        String fallback = use.service().document().defaultContentType();
        String stated = own != null ? own : fallback == null ? "" : fallback;
        return stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
