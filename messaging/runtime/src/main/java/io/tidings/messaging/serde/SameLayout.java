package io.tidings.messaging.serde;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * Whether what one schema writes is, byte for byte and value for value, what another reads: the same names, types, symbols and
 * branches in the same order, and the same logical types. Documentation, defaults and aliases make no difference, nor does which
 * Java class a writer had for its text: the reader's class says that.
 */
final class SameLayout {

    private static final List<String> LOGICAL = List.of(LogicalType.LOGICAL_TYPE_PROP, "precision", "scale");

    private final Set<String> assumed = new HashSet<>();
    private final boolean values;

    /** Whether it is value for value, too. */
    SameLayout() {
        this(true);
    }

    private SameLayout(boolean values) {
        this.values = values;
    }

    /** Whether it is byte for byte alone: what logical types make of the values makes no difference. */
    static boolean ofBytes(Schema written, Schema reads) {
        return new SameLayout(false).of(written, reads);
    }

    boolean of(Schema written, Schema reads) {
        if (written.getType() != reads.getType() || (values && !sameLogicalType(written, reads))) {
            return false;
        }
        return switch (written.getType()) {
            case RECORD -> sameName(written, reads) && (!assumed.add(written.getFullName()) || fields(written, reads));
            case ENUM -> sameName(written, reads) && written.getEnumSymbols().equals(reads.getEnumSymbols());
            case FIXED -> sameName(written, reads) && written.getFixedSize() == reads.getFixedSize();
            case ARRAY -> of(written.getElementType(), reads.getElementType());
            case MAP -> of(written.getValueType(), reads.getValueType());
            case UNION -> branches(written.getTypes(), reads.getTypes());
            default -> true;
        };
    }

    private static boolean sameName(Schema written, Schema reads) {
        return written.getFullName().equals(reads.getFullName());
    }

    private boolean fields(Schema written, Schema reads) {
        List<Field> theirs = written.getFields();
        List<Field> ours = reads.getFields();
        if (theirs.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!theirs.get(i).name().equals(ours.get(i).name())
                    || !of(theirs.get(i).schema(), ours.get(i).schema())) {
                return false;
            }
        }
        return true;
    }

    private boolean branches(List<Schema> theirs, List<Schema> ours) {
        if (theirs.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!of(theirs.get(i), ours.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What a class of the user's own does not convert it notes all the same. */
    private static boolean sameLogicalType(Schema written, Schema reads) {
        return same(written.getLogicalType(), reads.getLogicalType())
                || (reads.getLogicalType() == null
                        && LOGICAL.stream()
                                .allMatch(name ->
                                        Objects.equals(written.getObjectProp(name), reads.getObjectProp(name))));
    }

    /** Whether they mean the same. */
    static boolean same(@Nullable LogicalType one, @Nullable LogicalType other) {
        if (one instanceof LogicalTypes.Decimal theirs && other instanceof LogicalTypes.Decimal ours) {
            return theirs.getPrecision() == ours.getPrecision() && theirs.getScale() == ours.getScale();
        }
        return Objects.equals(name(one), name(other));
    }

    private static String name(@Nullable LogicalType type) {
        return type == null ? "" : type.getName();
    }
}
