package io.tidings.codegen.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericData.StringType;

/**
 * What the build says of record classes.
 *
 * @param stringType the class of text in records, and of the keys of their maps
 * @param packages where the classes of an Avro namespace and of those within it stand, by namespace; the longest that fits
 *     counts, and others stand in the package of their namespace
 * @param accessors how fields are reached
 * @param stagedBuilders whether each record has a staged builder
 * @param existing types whose classes the user has already
 */
public record RecordSettings(
        StringType stringType,
        Map<String, String> packages,
        Accessors accessors,
        boolean stagedBuilders,
        List<ExistingRecord> existing) {

    /** Text as {@link String}, each class in the package of its namespace. */
    public static final RecordSettings DEFAULT =
            new RecordSettings(StringType.String, Map.of(), Accessors.DEFAULT, true, List.of());

    public RecordSettings {
        packages = new TreeMap<>(packages);
        existing = List.copyOf(existing);
    }

    /** The same with another class of text. */
    public RecordSettings withStringType(StringType type) {
        return new RecordSettings(type, packages, accessors, stagedBuilders, existing);
    }

    /** The same with other packages, by namespace. */
    public RecordSettings withPackages(Map<String, String> byNamespace) {
        return new RecordSettings(stringType, byNamespace, accessors, stagedBuilders, existing);
    }

    /** The same with other ways to fields. */
    public RecordSettings withAccessors(Accessors ways) {
        return new RecordSettings(stringType, packages, ways, stagedBuilders, existing);
    }

    /** The same with staged builders, or without. */
    public RecordSettings withStagedBuilders(boolean staged) {
        return new RecordSettings(stringType, packages, accessors, staged, existing);
    }

    /** The same with other types whose classes there are already. */
    public RecordSettings withExisting(List<ExistingRecord> types) {
        return new RecordSettings(stringType, packages, accessors, stagedBuilders, types);
    }
}
