package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import io.tidings.compat.avro.Demand.Need;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The rules of schema resolution, one pair of types at a time (Avro specification 1.12, "Schema Resolution"). */
final class Demands {

    private final Aliases aliases;

    Demands(Aliases aliases) {
        this.aliases = aliases;
    }

    Demand of(SchemaPair pair) {
        Schema reader = pair.reader();
        Schema writer = pair.writer();
        if (writer.getType() == Schema.Type.UNION) {
            return writtenUnion(reader, writer);
        }
        if (reader.getType() == Schema.Type.UNION) {
            return new UnionChoice(aliases).demand(reader, writer);
        }
        if (reader.getType() != writer.getType()) {
            return promotion(reader, writer);
        }
        return switch (writer.getType()) {
            case RECORD -> record(reader, writer);
            case ENUM -> enumeration(reader, writer);
            case FIXED -> fixed(reader, writer);
            case ARRAY -> part("[]", reader.getElementType(), writer.getElementType());
            case MAP -> part("{}", reader.getValueType(), writer.getValueType());
            default -> new Demand(List.of(), LogicalTypesMatch.findings(reader, writer));
        };
    }

    private static Demand part(String step, Schema reader, Schema writer) {
        return new Demand(List.of(new Need(step, new SchemaPair(reader, writer))), List.of());
    }

    /** Any branch may have been written, so all must be read. */
    private static Demand writtenUnion(Schema reader, Schema writer) {
        List<Need> needs = writer.getTypes().stream()
                .map(branch -> new Need("<" + branch.getFullName() + ">", new SchemaPair(reader, branch)))
                .toList();
        return new Demand(needs, List.of());
    }

    private Demand record(Schema reader, Schema writer) {
        if (!aliases.simpleName(writer).equals(reader.getName())) {
            return otherName("record", reader, writer);
        }
        boolean sameFullName = aliases.fullName(writer).equals(reader.getFullName());
        List<Need> needs = new ArrayList<>();
        List<Local> findings = new ArrayList<>();
        List<FieldMatch> matches =
                aliases.rewriting() ? FieldMatch.of(reader, writer) : FieldMatch.byName(reader, writer);
        for (FieldMatch match : matches) {
            Schema.Field field = match.reader();
            String step = "." + field.name();
            Schema.Field written = match.writer();
            if (match.ambiguous()) {
                findings.add(new Local(
                        ReadRule.FIELD_AMBIGUOUS,
                        step,
                        "the writer has more than one field for \"" + field.name() + "\" and its aliases"));
            }
            if (written != null) {
                needs.add(new Need(step, new SchemaPair(field.schema(), written.schema())));
                if (match.byAlias() && !sameFullName) {
                    findings.add(new Local(
                            ReadRule.ALIAS_NAMESPACE,
                            step,
                            "the alias \"" + written.name() + "\" is not followed from " + writer.getFullName() + " to "
                                    + reader.getFullName()));
                }
            } else if (!field.hasDefaultValue()) {
                findings.add(new Local(
                        ReadRule.FIELD_MISSING,
                        step,
                        "the writer has no field \"" + field.name() + "\", and the reader no default for it"));
            }
        }
        return new Demand(needs, findings);
    }

    private Demand enumeration(Schema reader, Schema writer) {
        if (!aliases.simpleName(writer).equals(reader.getName())) {
            return otherName("enum", reader, writer);
        }
        List<String> missing = writer.getEnumSymbols().stream()
                .filter(symbol -> !reader.hasEnumSymbol(symbol))
                .toList();
        if (missing.isEmpty()) {
            return new Demand(List.of(), LogicalTypesMatch.findings(reader, writer));
        }
        String symbols = String.join(", ", missing);
        String enumDefault = reader.getEnumDefault();
        return enumDefault == null
                ? Demand.refused(
                        ReadRule.ENUM_SYMBOL,
                        "the reader's enum " + reader.getFullName() + " lacks " + symbols + " and has no default")
                : new Demand(
                        List.of(),
                        List.of(new Local(ReadRule.ENUM_DEFAULT, "", symbols + " will be read as " + enumDefault)));
    }

    private Demand fixed(Schema reader, Schema writer) {
        if (!aliases.simpleName(writer).equals(reader.getName())) {
            return otherName("fixed", reader, writer);
        }
        if (reader.getFixedSize() != writer.getFixedSize()) {
            return Demand.refused(
                    ReadRule.FIXED_SIZE,
                    "the writer's fixed " + writer.getFullName() + " has " + writer.getFixedSize()
                            + " bytes, the reader's " + reader.getFixedSize());
        }
        return new Demand(List.of(), LogicalTypesMatch.findings(reader, writer));
    }

    private static Demand promotion(Schema reader, Schema writer) {
        if (!Promotion.allows(reader.getType(), writer.getType())) {
            return Demand.refused(
                    ReadRule.TYPE,
                    "the writer's " + TypeNames.of(writer) + " cannot be read as the reader's " + TypeNames.of(reader));
        }
        List<Local> findings = new ArrayList<>(LogicalTypesMatch.findings(reader, writer));
        String change = TypeNames.of(writer) + " read as " + TypeNames.of(reader);
        if (Promotion.losesDigits(reader.getType(), writer.getType())) {
            findings.add(new Local(ReadRule.PROMOTION_LOSSY, "", change + " can lose digits"));
        } else if (writer.getType() == Schema.Type.BYTES) {
            findings.add(new Local(ReadRule.BYTES_AS_STRING, "", change + " corrupts what is not UTF-8"));
        }
        return new Demand(List.of(), findings);
    }

    private static Demand otherName(String kind, Schema reader, Schema writer) {
        return Demand.refused(
                ReadRule.NAME,
                "the writer's " + kind + " " + writer.getFullName() + " is not the reader's " + reader.getFullName()
                        + ", nor one of its aliases");
    }
}
