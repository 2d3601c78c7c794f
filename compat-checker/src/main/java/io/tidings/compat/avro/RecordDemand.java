package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import io.tidings.compat.avro.Demand.Need;
import io.tidings.compat.avro.Demand.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** What reading one record with another asks of their fields. Made for one pair. */
final class RecordDemand {

    private final Schema reader;
    private final Schema writer;
    private final Aliases aliases;
    private final List<Need> needs = new ArrayList<>();
    private final List<Local> findings = new ArrayList<>();

    RecordDemand(Schema reader, Schema writer, Aliases aliases) {
        this.reader = reader;
        this.writer = writer;
        this.aliases = aliases;
    }

    Demand demand() {
        for (String name : aliases.sharedNames(writer)) {
            findings.add(new Local(
                    ReadRule.FIELD_AMBIGUOUS,
                    new Step(reader.getField(name) == null ? "" : "." + name, ""),
                    "the writer has more than one field for \"" + name + "\" and its aliases"));
        }
        for (Field field : writer.getFields()) {
            aliases.chain(writer, field).ifPresent(twice -> chain(field, twice));
        }
        for (Field field : reader.getFields()) {
            aliases.waiting(reader, field).forEach(name -> waiting(field, name));
        }
        Set<Field> read = new HashSet<>();
        for (FieldMatch match : FieldMatch.of(reader, writer, aliases)) {
            field(match, read);
        }
        for (Field field : writer.getFields()) {
            if (!read.contains(field)) {
                aliases.sharedWithin(field.schema()).ifPresent(name -> skipped(field, name));
            }
        }
        findings.addAll(LogicalTypesMatch.findings(reader, writer));
        return new Demand(needs, findings);
    }

    private void chain(Field field, String twice) {
        String once = aliases.fieldName(writer, field);
        findings.add(new Local(
                ReadRule.ALIAS_CHAIN,
                new Step(reader.getField(once) == null ? "" : "." + once, "." + field.name()),
                "an alias makes the writer's \"" + field.name() + "\" the reader's \"" + once
                        + "\", and that is an alias of \"" + twice + "\""));
    }

    private void waiting(Field field, String name) {
        findings.add(new Local(
                ReadRule.ALIAS_TAKES_NAME,
                step(field, field),
                "\"" + name + "\" is an alias of \"" + field.name()
                        + "\" and the name of another field: Java reads equal"
                        + " schemas as they are, and fails once they differ"));
    }

    private void field(FieldMatch match, Set<Field> read) {
        Field field = match.reader();
        Field written = match.writer();
        if (written != null) {
            needs.add(new Need(step(field, written), new SchemaPair(field.schema(), written.schema())));
            read.add(written);
            if (!written.name().equals(field.name()) && reader.getField(written.name()) != null) {
                findings.add(new Local(
                        ReadRule.ALIAS_TAKES_NAME,
                        step(field, written),
                        "the writer's \"" + written.name() + "\" is read as \"" + field.name()
                                + "\", though the reader has a field \"" + written.name() + "\""));
            }
        } else if (match.other() != null) {
            Field other = match.other();
            needs.add(new Need(step(field, other), new SchemaPair(field.schema(), other.schema())));
            read.add(other);
            findings.add(new Local(
                    ReadRule.ALIAS_NAMESPACE,
                    step(field, other),
                    "the alias \"" + other.name() + "\" is not followed from " + writer.getFullName() + " to "
                            + reader.getFullName()));
        } else if (!field.hasDefaultValue()) {
            findings.add(new Local(
                    ReadRule.FIELD_MISSING,
                    new Step("." + field.name(), ""),
                    "the writer has no field \"" + field.name() + "\"" + taken(field)
                            + ", and the reader no default for it"));
        } else if (!FieldDefault.valid(field)) {
            findings.add(new Local(
                    ReadRule.DEFAULT_INVALID,
                    new Step("." + field.name(), ""),
                    "the writer has no field \"" + field.name() + "\", and the reader's default for it is no "
                            + TypeNames.of(field.schema())));
        } else if (!FieldDefault.validInJava(field)) {
            findings.add(new Local(
                    ReadRule.DEFAULT_BRANCH,
                    new Step("." + field.name(), ""),
                    "the writer has no field \"" + field.name() + "\", and Java does not find the branch of "
                            + TypeNames.of(field.schema()) + " that the reader's default for it means"));
        }
    }

    /** Where the writer does have a field of that name, which an alias gave to another. */
    private String taken(Field field) {
        Field named = writer.getField(field.name());
        return named == null ? "" : " that an alias does not lead to \"" + aliases.fieldName(writer, named) + "\"";
    }

    private void skipped(Field field, String name) {
        findings.add(new Local(
                ReadRule.UNION_AMBIGUOUS,
                new Step("", "." + field.name()),
                "the reader's aliases give two things the name " + name + " in what the writer has there"));
    }

    private static Step step(Field reader, Field writer) {
        return new Step("." + reader.name(), "." + writer.name());
    }
}
