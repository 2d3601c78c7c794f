package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.OperationExtension.Style;
import io.tidings.asyncapi.model.Reply;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether who asks gets an answer, where it waits for it. */
final class ReplyRule implements LinkRule {

    @Override
    public void check(Link link, Consumer<LandscapeFinding> found) {
        if (!link.sender().direct() || !link.receiver().direct()) {
            return;
        }
        Reply asked = link.sender().operation().reply();
        Reply answered = link.receiver().operation().reply();
        if (asked != null && answered == null) {
            // Who gathers answers lives with those that do not come.
            boolean gathers = link.sender().operation().extension().style() == Style.GATHER;
            found.accept(finding(
                    link,
                    SystemRule.SYSTEM_REPLY_ABSENT,
                    gathers ? Severity.INFO : Severity.ERROR,
                    link.sender().service().name() + " waits for a reply from "
                            + link.receiver().service().name() + ", which does not reply"));
        } else if (asked == null && answered != null) {
            found.accept(finding(
                    link,
                    SystemRule.SYSTEM_REPLY_UNEXPECTED,
                    Severity.WARNING,
                    link.receiver().service().name() + " replies to "
                            + link.sender().service().name() + ", which does not wait for a reply"));
        } else if (asked != null && answered != null) {
            way(link, asked, answered, found);
        }
    }

    /** Where the answer goes: an address that travels in the request goes before one that stands in the document. */
    private static void way(Link link, Reply asked, Reply answered, Consumer<LandscapeFinding> found) {
        String from = asked.addressLocation();
        String to = answered.addressLocation();
        Address waits = address(asked.channel());
        Address sends = address(answered.channel());
        if (from != null && to != null) {
            if (!Objects.equals(from, to)) {
                found.accept(address(link, to, "puts it at " + from));
            }
        } else if (to != null && sends == null) {
            found.accept(address(link, to, "does not say that it puts one there"));
        } else if (waits != null && sends != null && !waits.meets(sends)) {
            found.accept(finding(
                    link,
                    SystemRule.SYSTEM_REPLY_CHANNEL,
                    Severity.ERROR,
                    link.sender().service().name() + " waits for the reply on " + waits.text() + ", "
                            + link.receiver().service().name() + " sends it to " + sends.text()));
        } else if (waits == null && sends != null && from != null) {
            found.accept(finding(
                    link,
                    SystemRule.SYSTEM_REPLY_CHANNEL,
                    Severity.ERROR,
                    link.sender().service().name() + " says in the request where it waits for the reply, "
                            + link.receiver().service().name() + " always sends it to " + sends.text()));
        }
    }

    private static LandscapeFinding address(Link link, String looked, String other) {
        return finding(
                link,
                SystemRule.SYSTEM_REPLY_ADDRESS,
                Severity.ERROR,
                link.receiver().service().name() + " takes the address for its reply from " + looked + ", "
                        + link.sender().service().name() + " " + other);
    }

    private static @Nullable Address address(@Nullable Channel channel) {
        return channel == null ? null : Address.of(channel);
    }

    private static LandscapeFinding finding(Link link, SystemRule rule, Severity severity, String reason) {
        return LandscapeFinding.of(rule, severity, link, reason)
                .at(link.receiver().service(), link.receiver().operation().locationOf("reply"), "received here")
                .at(link.sender().service(), link.sender().operation().locationOf("reply"), "sent here");
    }
}
