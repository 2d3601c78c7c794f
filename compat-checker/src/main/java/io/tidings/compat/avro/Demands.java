package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Local;
import io.tidings.compat.avro.Demand.Need;
import io.tidings.compat.avro.Demand.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The rules of schema resolution, one pair of types at a time (Avro specification 1.12, "Schema Resolution"). */
final class Demands {

    private final Aliases aliases;
    private final JavaTrials trials;

    Demands(Aliases aliases, JavaTrials trials) {
        this.aliases = aliases;
        this.trials = trials;
    }

    Demand of(SchemaPair pair) {
        Schema reader = pair.reader();
        Schema writer = pair.writer();
        if (writer.getType() == Schema.Type.UNION) {
            return writtenUnion(reader, writer);
        }
        if (reader.getType() == Schema.Type.UNION) {
            return new UnionChoice(aliases, trials).demand(reader, writer);
        }
        if (reader.getType() != writer.getType()) {
            return promotion(reader, writer);
        }
        return switch (writer.getType()) {
            case RECORD, ENUM, FIXED -> named(reader, writer);
            case ARRAY -> part("[]", reader, writer, reader.getElementType(), writer.getElementType());
            case MAP -> part("{}", reader, writer, reader.getValueType(), writer.getValueType());
            default -> new Demand(List.of(), LogicalTypesMatch.findings(reader, writer));
        };
    }

    private static Demand part(String step, Schema reader, Schema writer, Schema readPart, Schema writtenPart) {
        return new Demand(
                List.of(new Need(Step.both(step), new SchemaPair(readPart, writtenPart))),
                LogicalTypesMatch.findings(reader, writer));
    }

    /** Any branch may have been written, so all must be read. */
    private Demand writtenUnion(Schema reader, Schema writer) {
        List<Local> findings = new ArrayList<>();
        aliases.sharedBranch(writer)
                .ifPresent(name -> findings.add(new Local(
                        ReadRule.UNION_AMBIGUOUS,
                        "the reader's aliases give two branches of the writer's union the name " + name)));
        boolean byPlace = new UnionPlaces(aliases).paired(reader, writer, trials.any());
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < writer.getTypes().size(); i++) {
            Schema branch = writer.getTypes().get(i);
            Step step = Step.both("<" + branch.getFullName() + ">");
            Schema read = byPlace ? reader.getTypes().get(i) : reader;
            needs.add(new Need(step, new SchemaPair(read, branch)));
            if (byPlace && UnionPlaces.misplaced(reader, read, aliases.fullName(branch))) {
                findings.add(new Local(
                        ReadRule.UNION_NAMESPACE,
                        step,
                        "the writer's " + branch.getFullName() + " is read as " + read.getFullName()
                                + ", which has its place in a union that looks alike"));
            }
        }
        return new Demand(needs, findings);
    }

    private Demand named(Schema reader, Schema writer) {
        String kind = writer.getType().getName();
        if (!aliases.simpleName(writer).equals(reader.getName())) {
            return Demand.refused(
                    ReadRule.NAME,
                    "the writer's " + kind + " " + writer.getFullName() + " is not the reader's " + reader.getFullName()
                            + ", nor one of its aliases");
        }
        Optional<String> chain = aliases.chain(writer);
        if (chain.isPresent()) {
            return Demand.refused(
                    ReadRule.ALIAS_CHAIN,
                    "an alias makes the writer's " + writer.getFullName() + " the reader's " + aliases.fullName(writer)
                            + ", and that is an alias of " + chain.get());
        }
        Demand demand = switch (writer.getType()) {
            case RECORD -> new RecordDemand(reader, writer, aliases).demand();
            case ENUM -> enumeration(reader, writer);
            default -> fixed(reader, writer);
        };
        return demand.and(aliases.waiting(reader).stream()
                .map(name -> new Local(
                        ReadRule.ALIAS_TAKES_NAME,
                        name + " is an alias of " + reader.getFullName()
                                + " and the name of another type: Java reads equal schemas as they are, and fails once they"
                                + " differ"))
                .toList());
    }

    private static Demand enumeration(Schema reader, Schema writer) {
        List<String> missing = writer.getEnumSymbols().stream()
                .filter(symbol -> !reader.hasEnumSymbol(symbol))
                .toList();
        if (missing.isEmpty()) {
            return new Demand(List.of(), LogicalTypesMatch.findings(reader, writer));
        }
        String symbols = String.join(", ", missing);
        String enumDefault = reader.getEnumDefault();
        if (enumDefault == null) {
            return Demand.refused(
                    ReadRule.ENUM_SYMBOL,
                    "the reader's enum " + reader.getFullName() + " lacks " + symbols + " and has no default");
        }
        List<Local> findings = new ArrayList<>(LogicalTypesMatch.findings(reader, writer));
        findings.add(new Local(ReadRule.ENUM_DEFAULT, symbols + " will be read as " + enumDefault));
        return new Demand(List.of(), findings);
    }

    private static Demand fixed(Schema reader, Schema writer) {
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
            findings.add(new Local(ReadRule.PROMOTION_LOSSY, change + " can lose digits"));
        } else if (writer.getType() == Schema.Type.BYTES) {
            findings.add(new Local(ReadRule.BYTES_AS_STRING, change + " corrupts what is not UTF-8"));
        }
        return new Demand(List.of(), findings);
    }
}
