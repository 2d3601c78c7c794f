package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Style;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code x-tidings.style} names an interaction; an operation has the parts of it, or not. */
final class OperationStyleRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("operation-style", Severity.ERROR, "the style of an operation fits its action and its reply");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            Style style = operation.extension().style();
            String problem = style == null ? null : problem(operation, style);
            if (problem != null) {
                findings.add(
                        operation
                                .node()
                                .object("x-tidings")
                                .flatMap(said -> said.get("style"))
                                .orElse(operation.node()),
                        problem,
                        "without 'style' it follows from the operation's shape");
            }
        }
    }

    private static @Nullable String problem(Operation operation, Style style) {
        boolean reply = operation.reply() != null;
        return switch (style) {
            case EVENT, COMMAND ->
                reply
                        ? "the operation has a reply, so that it is a request and no "
                                + style.name().toLowerCase(Locale.ROOT)
                        : null;
            case REQUEST -> reply ? null : "a request has a reply, this operation has none";
            case GATHER -> {
                if (!reply) {
                    yield "replies are gathered, but this operation has no 'reply'";
                }
                yield operation.action() == Action.SEND ? null : "who asks gathers: this operation receives";
            }
        };
    }
}
