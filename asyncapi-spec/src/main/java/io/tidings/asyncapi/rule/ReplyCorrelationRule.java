package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import java.util.List;

/** An INFO where only one side of a request and its reply says how the two belong together. */
final class ReplyCorrelationRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "reply-correlation",
            Severity.INFO,
            "a request and its replies say in the same way how they belong together");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            Reply reply = operation.reply();
            if (reply == null) {
                continue;
            }
            boolean asked = operation.messages().stream().anyMatch(ReplyCorrelationRule::correlated);
            boolean answered = reply.messages().stream().anyMatch(ReplyCorrelationRule::correlated);
            List<Message> silent = asked == answered ? List.of() : asked ? reply.messages() : operation.messages();
            List<Message> other = asked ? operation.messages() : reply.messages();
            for (Message message : silent) {
                findings.add(
                        message.node(),
                        "the message '" + message.name() + "' has no correlation id, although its "
                                + (asked ? "request" : "reply") + " has one",
                        "add 'correlationId': without it nobody can tell which answer belongs to which question",
                        other.stream()
                                .filter(ReplyCorrelationRule::correlated)
                                .findFirst()
                                .orElse(message)
                                .locationOf("correlationId"),
                        "the other side");
            }
        }
    }

    private static boolean correlated(Message message) {
        return message.node().get("correlationId").isPresent();
    }
}
