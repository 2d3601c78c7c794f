package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.PayloadChanged;
import io.tidings.compat.diff.JsonReading;
import io.tidings.compat.json.JsonVerdict;

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
    boolean fires(PayloadChanged change) {
        return untold(change).breaksForward() || untold(change).breaksBackward();
    }

    @Override
    Grid grid(PayloadChanged change) {
        return JsonGrids.of(untold(change));
    }

    @Override
    String reason(PayloadChanged change) {
        return "the schemas differ as a whole" + JsonGrids.effect(change.at(), untold(change));
    }

    private static JsonReading untold(PayloadChanged change) {
        return new JsonReading(
                change.toldForward() ? JsonVerdict.reads() : change.reading().forward(),
                change.toldBackward() ? JsonVerdict.reads() : change.reading().backward());
    }
}
