package io.tidings.codegen.migration;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Which fields of two versions of a record are the same: by name, else by an alias of either. */
final class FieldPairs {

    private FieldPairs() {}

    /** The fields of one version by the names of those of the other, which is the older one or not. */
    static Map<String, Field> of(Schema from, Schema to, Direction direction) {
        Map<Field, Field> newerByOlder = direction == Direction.UP ? pairs(from, to) : pairs(to, from);
        Map<String, Field> pairs = new HashMap<>();
        newerByOlder.forEach((older, newer) -> {
            if (direction == Direction.UP) {
                pairs.put(newer.name(), older);
            } else {
                pairs.put(older.name(), newer);
            }
        });
        return pairs;
    }

    private static Map<Field, Field> pairs(Schema older, Schema newer) {
        Map<Field, Field> pairs = new IdentityHashMap<>();
        Set<Field> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Field field : newer.getFields()) {
            Field same = older.getField(field.name());
            if (same != null) {
                pairs.put(same, field);
                taken.add(field);
            }
        }
        for (Field field : newer.getFields()) {
            for (Field former : older.getFields()) {
                boolean renamed = field.aliases().contains(former.name())
                        || former.aliases().contains(field.name());
                if (renamed && !pairs.containsKey(former) && taken.add(field)) {
                    pairs.put(former, field);
                }
            }
        }
        return pairs;
    }
}
