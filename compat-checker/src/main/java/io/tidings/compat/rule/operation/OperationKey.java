package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.KeyRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Only the key of an operation in the document changed. */
final class OperationKey extends Rule<KeyRenamed> {

    OperationKey() {
        super(
                KeyRenamed.class,
                new RuleInfo(
                        "operation-key",
                        "operation",
                        "Only the key of an operation in the document changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Pin the name in generated code with x-tidings.name"));
    }

    @Override
    protected String reason(KeyRenamed change) {
        return "the operation is called " + change.to() + " now, it was " + change.from()
                + ": it does the same on the same channel";
    }
}
