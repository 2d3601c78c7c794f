package io.tidings.compat.diff;

import io.tidings.compat.avro.FieldDefault;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Compares the fields of two records. */
final class AvroRecordDifference {

    private final AvroDifference walk;

    AvroRecordDifference(AvroDifference walk) {
        this.walk = walk;
    }

    void compare(Schema from, Schema to, Spot spot) {
        Matching<Field> matching = Matching.of(
                from.getFields(),
                to.getFields(),
                List.of(
                        Matching.Key.same(Field::name),
                        new Matching.Key<>(Field::name, field -> aliasOf(field, from)),
                        new Matching.Key<>(field -> aliasOf(field, to), Field::name)));
        for (Field added : matching.added()) {
            walk.found(new AvroChange.FieldAdded(here(from, added.name(), to, added.name(), spot), added));
        }
        for (Field removed : matching.removed()) {
            walk.found(new AvroChange.FieldRemoved(here(from, removed.name(), to, removed.name(), spot), removed));
        }
        for (Matching.Pair<Field> pair : matching.pairs()) {
            field(from, pair.base(), to, pair.head(), spot);
        }
        List<Field> before = from.getFields().stream()
                .filter(field -> !matching.removed().contains(field))
                .toList();
        if (!matching.pairs().stream().map(Matching.Pair::base).toList().equals(before)) {
            walk.found(new AvroChange.FieldsReordered(spot.at(walk.scope()), to.getFullName()));
        }
    }

    private static String aliasOf(Field field, Schema other) {
        return field.aliases().stream()
                .filter(alias -> other.getField(alias) != null)
                .sorted()
                .findFirst()
                .orElse(field.name());
    }

    private At here(Schema from, String before, Schema to, String now, Spot spot) {
        return spot.field(walk.base(), from, before, walk.head(), to, now).at(walk.scope());
    }

    private void field(Schema from, Field was, Schema to, Field is, Spot spot) {
        Spot here = spot.field(walk.base(), from, was.name(), walk.head(), to, is.name());
        At at = here.at(walk.scope());
        if (!was.name().equals(is.name())) {
            walk.found(new AvroChange.FieldRenamed(at, was, is));
        }
        defaults(was, is, at);
        if (was.order() != is.order()) {
            walk.found(new AvroChange.SortOrderChanged(at, is.name()));
        }
        new AvroNamedDifference(walk.scope(), walk::found)
                .aliases(
                        was.aliases(),
                        is.aliases(),
                        Set.copyOf(List.of(was.name(), is.name())),
                        name -> !name.equals(is.name()) && to.getField(name) != null,
                        at);
        Properties.compare(was, is, at, walk::found);
        walk.compare(was.schema(), is.schema(), here);
    }

    private void defaults(Field was, Field is, At at) {
        if (was.hasDefaultValue() && !is.hasDefaultValue()) {
            walk.found(new AvroChange.DefaultRemoved(at, is.name()));
        } else if (!was.hasDefaultValue() && is.hasDefaultValue()) {
            walk.found(new AvroChange.DefaultAdded(at, is.name()));
        } else if (was.hasDefaultValue() && !Objects.deepEquals(FieldDefault.value(was), FieldDefault.value(is))) {
            walk.found(new AvroChange.DefaultChanged(at, is.name()));
        }
    }
}
