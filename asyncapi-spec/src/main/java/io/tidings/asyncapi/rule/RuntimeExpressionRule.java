package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.regex.Pattern;

/** AsyncAPI 3.0, Runtime Expression: {@code $message.header#/pointer} or {@code $message.payload#/pointer}. */
final class RuntimeExpressionRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("runtime-expression", Severity.ERROR, "a location is a runtime expression");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static final Pattern EXPRESSION = Pattern.compile("\\$message\\.(header|payload)(#(/([^/~]|~[01])*)*)?");

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            for (Member parameter : Subject.members(channel.node(), "parameters")) {
                subject.references().object(parameter.value()).ifPresent(node -> location(node, findings));
            }
            for (Message message : channel.messages().values()) {
                subject.references()
                        .object(message.node(), "correlationId")
                        .ifPresent(node -> location(node, findings));
            }
        }
        for (Operation operation : subject.document().operations().values()) {
            if (operation.reply() != null) {
                subject.references()
                        .object(operation.reply().node(), "address")
                        .ifPresent(node -> location(node, findings));
            }
        }
    }

    private static void location(ObjectNode holder, Findings findings) {
        holder.get("location").filter(node -> node.text().isPresent()).ifPresent(node -> {
            String written = node.text().orElse("");
            if (!EXPRESSION.matcher(written).matches()) {
                findings.add(
                        node,
                        "'" + written + "' is no runtime expression",
                        "write '$message.header#/name' or '$message.payload#/path/to/field'");
            }
        });
    }
}
