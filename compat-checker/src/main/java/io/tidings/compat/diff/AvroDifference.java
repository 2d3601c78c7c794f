package io.tidings.compat.diff;

import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.compat.avro.SchemaPair;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Walks two Avro schemas side by side. A pair of types is compared once, at the first path that leads to it. */
final class AvroDifference {

    private final Scope scope;
    private final Avro base;
    private final Avro head;
    private final Consumer<Change> found;
    private final Set<SchemaPair> seen = new HashSet<>();
    private final AvroNamedDifference named;
    private final AvroUnionDifference unions;
    private final AvroRecordDifference records;

    AvroDifference(Scope scope, Avro base, Avro head, Consumer<Change> found) {
        this.scope = scope;
        this.base = base;
        this.head = head;
        this.found = found;
        this.named = new AvroNamedDifference(scope, found);
        this.unions = new AvroUnionDifference(this);
        this.records = new AvroRecordDifference(this);
    }

    Avro base() {
        return base;
    }

    Avro head() {
        return head;
    }

    Scope scope() {
        return scope;
    }

    void found(Change change) {
        found.accept(change);
    }

    void compare() {
        compare(base.schema(), head.schema(), new Spot("$", base.location(), head.location()));
    }

    void compare(Schema from, Schema to, Spot spot) {
        if (!seen.add(new SchemaPair(from, to))) {
            return;
        }
        if (from.getType() == Schema.Type.UNION || to.getType() == Schema.Type.UNION) {
            unions.compare(from, to, spot);
        } else if (from.getType() != to.getType()) {
            typeChanged(from, to, spot);
        } else {
            sameType(from, to, spot);
        }
    }

    /** Two types of which neither is a union and which are not the same. */
    void typeChanged(Schema from, Schema to, Spot spot) {
        boolean decimals = "decimal".equals(from.getProp("logicalType")) && "decimal".equals(to.getProp("logicalType"));
        boolean representation = decimals && bytesOrFixed(from) && bytesOrFixed(to);
        found(
                representation
                        ? new AvroChange.DecimalRepresentationChanged(
                                spot.at(scope),
                                from.getType().getName(),
                                to.getType().getName())
                        : new AvroChange.TypeChanged(spot.at(scope), from, to));
        LogicalTypeDifference.compare(from, to, spot.at(scope), found);
    }

    private void sameType(Schema from, Schema to, Spot spot) {
        switch (from.getType()) {
            case RECORD -> {
                Spot here = spot.named(base, from, head, to);
                named.compare(from, to, here);
                records.compare(from, to, here);
            }
            case ENUM -> {
                Spot here = spot.named(base, from, head, to);
                named.compare(from, to, here);
                AvroEnumDifference.compare(from, to, here.at(scope), found);
            }
            case FIXED -> {
                Spot here = spot.named(base, from, head, to);
                named.compare(from, to, here);
                if (from.getFixedSize() != to.getFixedSize()) {
                    found(new AvroChange.FixedSizeChanged(here.at(scope), from.getFixedSize(), to.getFixedSize()));
                }
            }
            case ARRAY -> compare(from.getElementType(), to.getElementType(), spot.step("[]"));
            case MAP -> compare(from.getValueType(), to.getValueType(), spot.step("{}"));
            default -> {}
        }
        LogicalTypeDifference.compare(from, to, spot.at(scope), found);
        Properties.compare(from, to, spot.at(scope), found);
    }

    private static boolean bytesOrFixed(Schema schema) {
        return schema.getType() == Schema.Type.BYTES || schema.getType() == Schema.Type.FIXED;
    }
}
