package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.None;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Contains;
import io.tidings.compat.json.Formula.ItemAt;
import io.tidings.compat.json.Formula.ItemsFrom;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.json.Formula.Unique;
import io.tidings.compat.json.Formula.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for an array: how long, and an item for each position. Beyond the last position named, all are alike. */
final class ArraySearch {

    private static final int MOST_NAMED = 200;

    private final Search search;
    private final Holding holding;
    private final Range size;
    private final boolean unique;
    private final boolean repeats;
    private final List<Formula> nowhere = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Values> excluded = new ArrayList<>();
    private final int named;
    private final Map<Integer, Need> slots = new TreeMap<>();

    /** Some item from a position to another must hold something, and fail something. */
    private record Need(int from, int to, List<Formula> holds, List<Formula> fails, String keyword) {
        Need and(@Nullable Need other) {
            if (other == null) {
                return this;
            }
            List<Formula> both = new ArrayList<>(holds);
            both.addAll(other.holds);
            List<Formula> neither = new ArrayList<>(fails);
            neither.addAll(other.fails);
            return new Need(from, to, both, neither, keyword);
        }
    }

    ArraySearch(Search search, Holding holding, List<Atom> fails) {
        this.search = search;
        this.holding = holding;
        this.size = Range.of(Measure.ITEMS, holding, fails);
        this.unique = !holding.all(Unique.class).isEmpty();
        this.repeats = fails.stream().anyMatch(Unique.class::isInstance);
        holding.all(Contains.class)
                .forEach(contains ->
                        needs.add(new Need(0, Integer.MAX_VALUE, List.of(contains.schema()), List.of(), "contains")));
        for (Atom atom : fails) {
            if (atom instanceof ItemAt at) {
                needs.add(new Need(at.index(), at.index(), List.of(), List.of(at.schema()), "items"));
            } else if (atom instanceof ItemsFrom from) {
                needs.add(new Need(from.index(), Integer.MAX_VALUE, List.of(), List.of(from.schema()), "items"));
            } else if (atom instanceof Contains contains) {
                nowhere.add(contains.schema());
            } else if (atom instanceof Values values) {
                excluded.add(values);
            }
        }
        int last = 0;
        for (ItemAt at : holding.all(ItemAt.class)) {
            last = Math.max(last, at.index() + 1);
        }
        for (ItemsFrom from : holding.all(ItemsFrom.class)) {
            last = Math.max(last, from.index());
        }
        for (Need need : needs) {
            last = Math.max(last, need.to() == Integer.MAX_VALUE ? need.from() : need.to() + 1);
        }
        this.named = last;
    }

    Answer find() {
        if (size.fewest() > size.largest()) {
            return Answer.none();
        }
        if (named > MOST_NAMED || size.fewest() >= Range.MANY) {
            return new Unknown(named > MOST_NAMED ? "items" : "minItems", "");
        }
        int most = most();
        if (size.fewest() > most) {
            return Answer.none();
        }
        for (Need need : needs) {
            if (alone(need, most) instanceof None) {
                return Answer.none();
            }
        }
        for (Need need : needs) {
            Answer answer = place(need, most);
            if (!(answer instanceof Found)) {
                return answer instanceof Unknown ? answer : new Unknown(need.keyword(), "");
            }
        }
        return repeats ? repeated(most) : whole(Math.max(size.fewest(), length()), most);
    }

    private int length() {
        return slots.keySet().stream().mapToInt(at -> at + 1).max().orElse(0);
    }

    /** No array is longer than the first position that nothing can stand at. */
    private int most() {
        int most = size.largest();
        for (int i = 0; i <= named && i < most; i++) {
            if (item(i, null) instanceof None) {
                return i;
            }
        }
        return most;
    }

    private Answer item(int index, @Nullable Need need) {
        List<Formula> fails = new ArrayList<>(nowhere);
        List<Formula> held = of(index, holding.held());
        if (need != null) {
            held.addAll(need.holds());
            fails.addAll(need.fails());
        }
        Answer answer = search.solve(Problem.of(of(index, holding.sent()), held, fails));
        return answer instanceof Unknown reason ? reason.below(index < named ? Steps.item(index) : "[]") : answer;
    }

    static List<Formula> of(int index, List<Atom> atoms) {
        List<Formula> schemas = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom instanceof ItemAt at && at.index() == index) {
                schemas.add(at.schema());
            } else if (atom instanceof ItemsFrom from && from.index() <= index) {
                schemas.add(from.schema());
            }
        }
        return schemas;
    }

    private Answer alone(Need need, int most) {
        Answer best = Answer.none();
        int last = Math.min(Math.min(need.to(), Math.max(named, need.from())), most - 1);
        for (int i = need.from(); i <= last && !(best instanceof Found); i++) {
            best = best.or(item(i, need));
        }
        return best;
    }

    private Answer place(Need need, int most) {
        Answer best = Answer.none();
        int last = Math.min(Math.min(need.to(), Math.max(named, need.from()) + needs.size()), most - 1);
        for (int i = need.from(); i <= last; i++) {
            Need here = need.and(slots.get(i));
            Answer answer = item(i, here);
            best = best.or(answer);
            if (answer instanceof Found) {
                slots.put(i, here);
                return answer;
            }
        }
        return best;
    }

    private Answer whole(int length, int most) {
        Answer answer = Answer.none();
        for (int more = 0; more <= excluded.size() && length + more <= most; more++) {
            answer = ofLength(length + more);
            if (answer instanceof Found found
                    && excluded.stream().noneMatch(v -> v.values().contains(found.value()))) {
                return answer;
            }
        }
        return answer instanceof Unknown ? answer : new Unknown("enum", "");
    }

    private Answer ofLength(int length) {
        List<Object> items = new ArrayList<>();
        Set<Object> used = new HashSet<>();
        for (int i = 0; i < length; i++) {
            Need slot = slots.get(i);
            if (i > named && slot == null && slots.get(i - 1) == null && !unique) {
                items.add(items.get(i - 1));
                continue;
            }
            if (unique) {
                slot = new Need(i, i, List.of(), List.of(new Values(Set.copyOf(used))), "uniqueItems").and(slot);
            }
            Answer answer = item(i, slot);
            if (!(answer instanceof Found found)) {
                return answer instanceof Unknown ? answer : new Unknown(unique ? "uniqueItems" : "items", "");
            }
            items.add(found.value());
            used.add(found.value());
        }
        return new Found(items);
    }

    /** Two items are equal, wherever. */
    private Answer repeated(int most) {
        Answer best = Answer.none();
        for (int i = 0; i <= named && i < most - 1; i++) {
            for (int j = i + 1; j <= named + 1 && j < most; j++) {
                Answer both = twice(i, j);
                if (both instanceof Found found) {
                    return with(found.value(), i, j, most);
                }
                best = best.or(both);
            }
        }
        return best;
    }

    private Answer twice(int i, int j) {
        List<Formula> sent = of(i, holding.sent());
        sent.addAll(of(j, holding.sent()));
        List<Formula> held = of(i, holding.held());
        held.addAll(of(j, holding.held()));
        return search.solve(Problem.of(sent, held, nowhere));
    }

    private Answer with(Object value, int i, int j, int most) {
        Answer answer = whole(Math.max(Math.max(size.fewest(), length()), j + 1), most);
        if (!(answer instanceof Found found) || slots.containsKey(i) || slots.containsKey(j)) {
            return answer instanceof Unknown ? answer : new Unknown("uniqueItems", "");
        }
        List<Object> items = new ArrayList<>((List<?>) found.value());
        items.set(i, value);
        items.set(j, value);
        return new Found(items);
    }
}
