package io.tidings.compat.diff;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** A difference within an Avro schema. */
public sealed interface AvroChange extends Change {

    record FieldAdded(At at, Field field) implements AvroChange {}

    record FieldRemoved(At at, Field field) implements AvroChange {}

    /** One of the names carries the other as an alias. */
    record FieldRenamed(At at, Field from, Field to) implements AvroChange {}

    record FieldsReordered(At at, String record) implements AvroChange {}

    record DefaultAdded(At at, String field) implements AvroChange {}

    record DefaultRemoved(At at, String field) implements AvroChange {}

    record DefaultChanged(At at, String field) implements AvroChange {}

    /** The sort order of a field. */
    record SortOrderChanged(At at, String field) implements AvroChange {}

    /** Two types that are neither the same nor branches of a union. */
    record TypeChanged(At at, Schema from, Schema to) implements AvroChange {}

    record EnumSymbolsAdded(At at, Schema from, Schema to, List<String> symbols) implements AvroChange {}

    record EnumSymbolsRemoved(At at, Schema from, Schema to, List<String> symbols) implements AvroChange {}

    record EnumReordered(At at, String name) implements AvroChange {}

    record EnumDefaultAdded(At at, String symbol) implements AvroChange {}

    record EnumDefaultRemoved(At at, String symbol) implements AvroChange {}

    record EnumDefaultChanged(At at, String from, String to) implements AvroChange {}

    /**
     * Something else may be written.
     *
     * @param branches none where what was written alone stands in a union of its own now
     * @param elsewhere what the base reads them as
     */
    record UnionBranchesAdded(At at, List<String> branches, Elsewhere elsewhere) implements AvroChange {}

    /**
     * Something is written no more.
     *
     * @param branches none where what stood in a union of its own is written alone now
     * @param elsewhere what the head reads them as
     */
    record UnionBranchesRemoved(At at, List<String> branches, Elsewhere elsewhere) implements AvroChange {}

    /** What becomes of a branch that a reader's union lacks. */
    enum Elsewhere {
        /** It cannot be read. */
        NOTHING,
        /** Another branch reads it, and may lose some of it. */
        LOSSY,
        /** Another branch reads it: an int where there is a long. */
        SAFE
    }

    record UnionReordered(At at) implements AvroChange {}

    /**
     * A record, enum or fixed of another simple name.
     *
     * @param aliased whether the new name carries the old one as an alias
     * @param foretold whether the old name carries the new one as an alias
     */
    record NameChanged(At at, Schema from, Schema to, boolean aliased, boolean foretold) implements AvroChange {}

    /** Same simple name, other namespace. */
    record NamespaceChanged(At at, Schema from, Schema to) implements AvroChange {}

    /**
     * Aliases are new.
     *
     * @param taken those of them that are also the name of another field
     */
    record AliasAdded(At at, List<String> aliases, List<String> taken) implements AvroChange {}

    record AliasRemoved(At at, List<String> aliases) implements AvroChange {}

    record FixedSizeChanged(At at, int from, int to) implements AvroChange {}

    /** Both have a logical type, on the same base type. */
    record LogicalTypeChanged(At at, String from, String to) implements AvroChange {}

    /** Only one of the two has a logical type. */
    record LogicalTypePresence(At at, String name, boolean added) implements AvroChange {}

    record DecimalScaleChanged(At at, int from, int to) implements AvroChange {}

    record DecimalPrecisionChanged(At at, int from, int to) implements AvroChange {}

    /** From bytes to fixed, or back. */
    record DecimalRepresentationChanged(At at, String from, String to) implements AvroChange {}

    /** Documentation and properties of one's own. */
    record Documentation(At at, String what) implements AvroChange {}
}
