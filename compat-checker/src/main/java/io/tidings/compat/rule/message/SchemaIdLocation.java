package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.SchemaIdLocationChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema id stands elsewhere. */
final class SchemaIdLocation extends Rule<SchemaIdLocationChanged> {

    SchemaIdLocation() {
        super(
                SchemaIdLocationChanged.class,
                new RuleInfo(
                        "schema-id-location",
                        "message",
                        "The schema id stands elsewhere",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Upgrade readers that look at both places first, then publish a new MAJOR version"));
    }

    @Override
    protected String reason(SchemaIdLocationChanged change) {
        return "the schema id moved from " + change.from() + " to " + change.to()
                + ": deployed readers look at the old place";
    }
}
