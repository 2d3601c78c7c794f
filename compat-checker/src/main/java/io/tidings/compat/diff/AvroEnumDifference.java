package io.tidings.compat.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Compares two enums: symbols by name, their order, the enum's own default. */
final class AvroEnumDifference {

    private AvroEnumDifference() {}

    static void compare(Schema from, Schema to, At at, Consumer<Change> found) {
        List<String> added = without(to.getEnumSymbols(), from.getEnumSymbols());
        List<String> removed = without(from.getEnumSymbols(), to.getEnumSymbols());
        if (!added.isEmpty()) {
            found.accept(new AvroChange.EnumSymbolsAdded(at, from, to, added));
        }
        if (!removed.isEmpty()) {
            found.accept(new AvroChange.EnumSymbolsRemoved(at, from, to, removed));
        }
        if (!without(to.getEnumSymbols(), added).equals(without(from.getEnumSymbols(), removed))) {
            found.accept(new AvroChange.EnumReordered(at, to.getFullName()));
        }
        String before = from.getEnumDefault();
        String now = to.getEnumDefault();
        if (before == null && now != null) {
            found.accept(new AvroChange.EnumDefaultAdded(at, now));
        } else if (before != null && now == null) {
            found.accept(new AvroChange.EnumDefaultRemoved(at, before));
        } else if (before != null && !before.equals(now)) {
            found.accept(new AvroChange.EnumDefaultChanged(at, before, now));
        }
    }

    static List<String> without(List<String> symbols, List<String> others) {
        List<String> rest = new ArrayList<>(symbols);
        rest.removeAll(others);
        return rest;
    }
}
