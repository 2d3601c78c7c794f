package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.SortOrderChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The sort order of a field changed. */
final class AvroSortOrder extends Rule<SortOrderChanged> {

    AvroSortOrder() {
        super(
                SortOrderChanged.class,
                new RuleInfo(
                        "avro-sort-order",
                        "avro",
                        "The sort order of a field changed",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Check that nobody sorts by the encoded data"));
    }

    @Override
    protected String reason(SortOrderChanged change) {
        return "field " + change.field() + " sorts differently: its data stays the same";
    }
}
