package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.KeyType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by something else than their key. Indexes are equal if name and type are: a view has one of each name.
 *
 * @param <V> the rows
 * @param <T> what they are found by
 */
public final class Index<V, T> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private final String name;
    private final KeyType<T> type;
    private final boolean several;
    private final Function<? super V, ? extends Collection<? extends T>> values;

    private Index(
            String name,
            KeyType<T> type,
            boolean several,
            Function<? super V, ? extends Collection<? extends T>> values) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An index is named like a variable, not '" + name + "'");
        }
        this.name = name;
        this.type = requireNonNull(type, "type");
        this.several = several;
        this.values = requireNonNull(values, "values");
    }

    /**
     * An index of one value a row.
     *
     * @param value depends on nothing but the row; null where a row is not to be found by it
     */
    public static <V, T> Index<V, T> of(
            String name, KeyType<T> type, Function<? super V, ? extends @Nullable T> value) {
        return new Index<>(name, type, false, row -> {
            T found = value.apply(row);
            return found == null ? List.of() : List.of(found);
        });
    }

    /**
     * An index of several values a row: of an array's elements, say.
     *
     * @param values depends on nothing but the row
     */
    public static <V, T> Index<V, T> ofEach(
            String name, KeyType<T> type, Function<? super V, ? extends Collection<? extends T>> values) {
        return new Index<>(name, type, true, values);
    }

    public String name() {
        return name;
    }

    public KeyType<T> type() {
        return type;
    }

    /** Whether a row may be found by several values. */
    boolean several() {
        return several;
    }

    /** What a row is found by. */
    public Collection<? extends T> values(V row) {
        return values.apply(row);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Index<?, ?> index
                && name.equals(index.name)
                && type.toString().equals(index.type.toString());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ":" + type + (several ? "[]" : "");
    }
}
