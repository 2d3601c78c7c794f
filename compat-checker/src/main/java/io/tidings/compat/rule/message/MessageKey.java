package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.KeyRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Only the key of a message in the document changed. */
final class MessageKey extends Rule<KeyRenamed> {

    MessageKey() {
        super(
                KeyRenamed.class,
                new RuleInfo(
                        "message-key",
                        "message",
                        "Only the key of a message in the document changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Pin the name in generated code with x-tidings.name"));
    }

    @Override
    protected String reason(KeyRenamed change) {
        return "the message is called " + change.to() + " now, it was " + change.from()
                + ": its payload is the same kind";
    }
}
