package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import java.util.List;
import java.util.function.Consumer;

/** Matches messages: those that the receiver does not know, and what message rules say of the others. */
final class MessagesRule implements LinkRule {

    private static final List<MessageRule> RULES = List.of(
            new PayloadRule(),
            new ContentTypeRule(),
            new SchemaIdRule(),
            new KeyRule(),
            new HeadersRule(),
            new CorrelationIdRule());

    @Override
    public void check(Link link, Consumer<LandscapeFinding> found) {
        MessagePairs messages = MessagePairs.of(link);
        for (MessagePair pair : messages.pairs()) {
            RULES.forEach(rule -> rule.check(pair, found));
        }
        if (!link.strangeReply()) {
            messages.unknown().forEach(message -> found.accept(unknown(link, message)));
        }
    }

    private static LandscapeFinding unknown(Link link, Message message) {
        Use receiver = link.receiver();
        int known = receiver.channel().messages().size();
        boolean open = receiver.channel().extension().open()
                || link.sender().channel().extension().open();
        boolean stranger = known == 1 && !shares(link);
        Severity severity = open || known == 0 ? Severity.INFO : stranger ? Severity.ERROR : Severity.WARNING;
        String why = known == 0
                ? "which declares no messages"
                : open
                        ? "which does not know it; the channel is declared open"
                        : known == 1
                                ? "which knows " + first(receiver) + " only, and may take every message for that"
                                : "which does not know it";
        return LandscapeFinding.of(
                        SystemRule.SYSTEM_MESSAGE_UNKNOWN,
                        severity,
                        link,
                        link.sender().service().name() + " sends " + message.name() + " to "
                                + receiver.service().name() + ", " + why)
                .about(message.name(), "")
                .at(receiver.service(), receiver.channel().locationOf("messages"), "not among these")
                .at(link.sender().service(), message.location(), "sent here");
    }

    /** Whether something that the sender's channel carries is for this receiver: then it has chosen that from the others. */
    private static boolean shares(Link link) {
        return link.sender().channel().messages().values().stream()
                .anyMatch(sent -> link.receiver().channel().messages().values().stream()
                        .anyMatch(received -> MessagePairs.same(sent, received)));
    }

    private static String first(Use receiver) {
        return receiver.channel().messages().values().iterator().next().name();
    }
}
