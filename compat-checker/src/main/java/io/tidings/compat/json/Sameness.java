package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Additional;
import io.tidings.compat.json.Formula.All;
import io.tidings.compat.json.Formula.Any;
import io.tidings.compat.json.Formula.Contains;
import io.tidings.compat.json.Formula.ItemAt;
import io.tidings.compat.json.Formula.ItemsFrom;
import io.tidings.compat.json.Formula.Names;
import io.tidings.compat.json.Formula.Not;
import io.tidings.compat.json.Formula.One;
import io.tidings.compat.json.Formula.Opaque;
import io.tidings.compat.json.Formula.PatternProperty;
import io.tidings.compat.json.Formula.Property;
import io.tidings.compat.json.Formula.Refer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two schemas say the same in the same words: wherever they stand, in whatever order, over whatever references. Pairs
 * that meet again are taken for the same until one turns out different; so circles end.
 */
final class Sameness {

    /** A pair that meets. */
    private record Pair(JsonSchema one, JsonSchema other) {}

    private final Map<Pair, Boolean> known = new HashMap<>();

    boolean schemas(JsonSchema one, JsonSchema other) {
        return formulas(new Refer(one), new Refer(other));
    }

    boolean formulas(Formula one, Formula other) {
        if (one instanceof Refer a && other instanceof Refer b) {
            Boolean before = a.schema() == b.schema() ? Boolean.TRUE : known.get(new Pair(a.schema(), b.schema()));
            if (before != null) {
                return before;
            }
        }
        return new Walk(false).walk(one, other);
    }

    /** Whether two schemas that are the same differ in what people read. */
    boolean words(JsonSchema one, JsonSchema other) {
        return !new Walk(true).walk(new Refer(one), new Refer(other));
    }

    private final class Walk {
        private final boolean words;
        /** The pair at which each pair was met first. */
        private final Map<Pair, Optional<Pair>> seen = new HashMap<>();

        private final Deque<Pair> open = new ArrayDeque<>();
        private Optional<Pair> current = Optional.empty();

        Walk(boolean words) {
            this.words = words;
        }

        boolean walk(Formula one, Formula other) {
            boolean same = alike(one, other);
            while (same && !open.isEmpty()) {
                Pair pair = open.pop();
                current = Optional.of(pair);
                Boolean before = words ? null : known.get(pair);
                same = before == null ? pair(pair) : before;
            }
            if (!words) {
                remember(same);
            }
            return same;
        }

        /** All are the same; or one is not, and with it those that led there. */
        private void remember(boolean same) {
            if (same) {
                seen.keySet().forEach(pair -> known.put(pair, true));
            }
            Optional<Pair> pair = same ? Optional.empty() : current;
            while (pair.isPresent()) {
                known.put(pair.get(), false);
                pair = seen.getOrDefault(pair.get(), Optional.empty());
            }
        }

        private boolean pair(Pair pair) {
            JsonSchema one = pair.one();
            JsonSchema other = pair.other();
            return one.clauses().size() == other.clauses().size()
                    && one.notes().equals(other.notes())
                    && (!words || one.words().equals(other.words()))
                    && alike(one.formula(), other.formula());
        }

        private boolean alike(Formula one, Formula other) {
            if (one instanceof Refer a && other instanceof Refer b) {
                Pair pair = new Pair(a.schema(), b.schema());
                if (a.schema() != b.schema() && seen.putIfAbsent(pair, current) == null) {
                    open.add(pair);
                }
                return true;
            }
            if (one.getClass() != other.getClass()) {
                return false;
            }
            if (one instanceof All a && other instanceof All b) {
                return alike(a.parts(), b.parts());
            }
            if (one instanceof Any a && other instanceof Any b) {
                return alike(a.parts(), b.parts());
            }
            if (one instanceof One a && other instanceof One b) {
                return alike(a.parts(), b.parts());
            }
            return (one instanceof Not a && other instanceof Not b) ? alike(a.part(), b.part()) : atoms(one, other);
        }

        private boolean atoms(Formula one, Formula other) {
            if (one instanceof ItemAt a && other instanceof ItemAt b) {
                return a.index() == b.index() && alike(a.schema(), b.schema());
            }
            if (one instanceof ItemsFrom a && other instanceof ItemsFrom b) {
                return a.index() == b.index() && alike(a.schema(), b.schema());
            }
            if (one instanceof Contains a && other instanceof Contains b) {
                return alike(a.schema(), b.schema());
            }
            if (one instanceof Property a && other instanceof Property b) {
                return a.name().equals(b.name()) && alike(a.schema(), b.schema());
            }
            if (one instanceof PatternProperty a && other instanceof PatternProperty b) {
                return a.pattern().equals(b.pattern()) && alike(a.schema(), b.schema());
            }
            if (one instanceof Additional a && other instanceof Additional b) {
                return a.names().equals(b.names())
                        && a.patterns().equals(b.patterns())
                        && alike(a.schema(), b.schema());
            }
            if (one instanceof Opaque a && other instanceof Opaque b) {
                return a.keyword().equals(b.keyword()) && a.detail().equals(b.detail()) && alike(a.parts(), b.parts());
            }
            if (one instanceof Names a && other instanceof Names b) {
                return alike(a.schema(), b.schema());
            }
            return one.equals(other);
        }

        private boolean alike(List<Formula> one, List<Formula> other) {
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = alike(one.get(i), other.get(i));
            }
            return same;
        }
    }
}
