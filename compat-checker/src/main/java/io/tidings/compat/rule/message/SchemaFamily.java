package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.SchemaFamilyChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The payload is described in another schema language. */
final class SchemaFamily extends Rule<SchemaFamilyChanged> {

    SchemaFamily() {
        super(
                SchemaFamilyChanged.class,
                new RuleInfo(
                        "schema-family",
                        "message",
                        "The payload is described in another schema language",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a message with the new payload instead"));
    }

    @Override
    protected String reason(SchemaFamilyChanged change) {
        return "the payload was " + change.from() + ", it is " + change.to()
                + " now: deployed readers decode the old one";
    }
}
