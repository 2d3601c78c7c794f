package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.SchemaIdEncodingChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema id is encoded differently. */
final class SchemaIdEncoding extends Rule<SchemaIdEncodingChanged> {

    SchemaIdEncoding() {
        super(
                SchemaIdEncodingChanged.class,
                new RuleInfo(
                        "schema-id-encoding",
                        "message",
                        "The schema id is encoded differently",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Keep the encoding"));
    }

    @Override
    protected String reason(SchemaIdEncodingChanged change) {
        return "the encoding of the schema id changed from " + change.from() + " to " + change.to()
                + ": deployed readers expect the old one";
    }
}
