package io.tidings.codegen.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Which fields of two versions of a record are the same: by name, else by an alias of either. */
final class FieldPairs {

    private final Set<String> older = new HashSet<>();
    private final Set<String> newer = new HashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    private FieldPairs() {}

    private record Pair(Field older, Field newer) {}

    /** The fields of one version by the names of those of the other; the pairs are the same in both directions. */
    static Map<String, Field> of(Schema from, Schema to, Direction direction) {
        FieldPairs found = new FieldPairs();
        boolean up = direction == Direction.UP;
        found.find(up ? from : to, up ? to : from);
        Map<String, Field> byName = new HashMap<>();
        found.pairs.forEach(
                pair -> byName.put((up ? pair.newer() : pair.older()).name(), up ? pair.older() : pair.newer()));
        return byName;
    }

    private void find(Schema former, Schema present) {
        for (Field field : present.getFields()) {
            Field same = former.getField(field.name());
            if (same != null) {
                add(same, field);
            }
        }
        for (Field field : present.getFields()) {
            former.getFields().stream()
                    .filter(other -> field.aliases().contains(other.name())
                            || other.aliases().contains(field.name()))
                    .filter(other -> !older.contains(other.name()) && !newer.contains(field.name()))
                    .findFirst()
                    .ifPresent(other -> add(other, field));
        }
    }

    private void add(Field was, Field is) {
        older.add(was.name());
        newer.add(is.name());
        pairs.add(new Pair(was, is));
    }
}
