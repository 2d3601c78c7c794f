package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import org.apache.avro.Schema.Field;

/** A field was renamed, and one of the names is an alias of the other. */
final class AvroFieldRenameAlias extends Rule<FieldRenamed> {

    AvroFieldRenameAlias() {
        super(
                FieldRenamed.class,
                new RuleInfo(
                        "avro-field-rename-alias",
                        "avro",
                        "A field was renamed, and one of its names is an alias of the other",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Keep the old name, or add a second field"));
    }

    @Override
    protected Grid grid(FieldRenamed change) {
        String old = reading(change.from(), change.to());
        String fresh = reading(change.to(), change.from());
        String kept = old.equals("M") || fresh.equals("M") ? "M" : old.equals("m") ? fresh : old;
        return new Grid(old + "/" + kept, fresh);
    }

    @Override
    protected String reason(FieldRenamed change) {
        return "field " + change.from().name() + " is called " + change.to().name() + " now: new readers "
                + words(change.to(), change.from()) + ", old readers " + words(change.from(), change.to());
    }

    private static String reading(Field reader, Field writer) {
        return reader.aliases().contains(writer.name()) ? "m" : reader.hasDefaultValue() ? "m+W" : "M";
    }

    private static String words(Field reader, Field writer) {
        return switch (reading(reader, writer)) {
            case "m" -> "follow the alias";
            case "M" -> "fail";
            default -> "see its default";
        };
    }
}
