package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.PayloadChanged;
import io.tidings.compat.diff.JsonReading;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schemas do not admit each other's values, for a reason that no other rule names. */
final class JsonUnreadable extends Rule<PayloadChanged> {

    JsonUnreadable() {
        super(
                PayloadChanged.class,
                new RuleInfo(
                        "json-unreadable",
                        "json",
                        "The schemas do not admit each other's values, for a reason that no other rule names",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Compare the value with both schemas: it fits the one and not the other"));
    }

    @Override
    protected boolean fires(PayloadChanged change) {
        return untold(change).breaksForward() || untold(change).breaksBackward();
    }

    @Override
    protected Grid grid(PayloadChanged change) {
        return JsonGrids.of(untold(change));
    }

    @Override
    protected String reason(PayloadChanged change) {
        return "the schemas differ as a whole" + JsonGrids.effect(change.at(), untold(change));
    }

    private static JsonReading untold(PayloadChanged change) {
        return new JsonReading(
                change.toldForward() ? JsonVerdict.reads() : change.reading().forward(),
                change.toldBackward() ? JsonVerdict.reads() : change.reading().backward());
    }
}
