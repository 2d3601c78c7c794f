package io.tidings.compat.rule.avro;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about Avro payloads and keys. A new one is a class and a line here. */
public final class AvroRules {

    /** All of them. */
    public static final List<Rule<?>> ALL = List.of(
            new AvroFieldAddDefault(),
            new AvroFieldAddRequired(),
            new AvroFieldRemove(),
            new AvroFieldRemoveRequired(),
            new AvroFieldRenameAlias(),
            new AvroFieldReorder(),
            new AvroSortOrder(),
            new AvroDefaultAdd(),
            new AvroDefaultRemove(),
            new AvroDefaultChange(),
            new AvroTypeWiden(),
            new AvroTypeWidenLossy(),
            new AvroTypeNarrow(),
            new AvroStringToBytes(),
            new AvroBytesToString(),
            new AvroTypeChange(),
            new AvroFixedSize(),
            new AvroEnumAdd(),
            new AvroEnumRemove(),
            new AvroEnumReorder(),
            new AvroEnumDefaultAdd(),
            new AvroEnumDefaultRemove(),
            new AvroEnumDefaultChange(),
            new AvroUnionAdd(),
            new AvroUnionRemove(),
            new AvroUnionReorder(),
            new AvroNameChange(),
            new AvroNamedTypeRename(),
            new AvroNamespaceChange(),
            new AvroAliasAdd(),
            new AvroAliasRemove(),
            new AvroLogicalChange(),
            new AvroLogicalAddRemove(),
            new AvroDecimalScale(),
            new AvroDecimalPrecisionWiden(),
            new AvroDecimalPrecisionNarrow(),
            new AvroDecimalRepresentation(),
            new AvroDoc(),
            new AvroUnreadable());

    private AvroRules() {}
}
