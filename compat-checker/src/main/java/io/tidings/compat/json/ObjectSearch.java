package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.None;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.json.Formula.Property;
import io.tidings.compat.json.Formula.Required;
import io.tidings.compat.json.Formula.Values;
import io.tidings.compat.regex.TextSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for an object: which properties must be there and may not, and a value for each. */
final class ObjectSearch {

    private static final int MOST_FILLED = 1_000;
    private static final int MOST_PATTERNS = 4;

    private final Search search;
    private final ObjectFacts facts;
    private final Range size;
    private final Set<String> absent = new HashSet<>();
    private final Map<String, List<Formula>> present = new LinkedHashMap<>();
    private final List<Somewhere> somewhere = new ArrayList<>();
    private final List<Values> excluded = new ArrayList<>();
    private final Set<String> candidates;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Unknown unknown;

    ObjectSearch(Search search, Holding holding, List<Atom> fails) {
        this.search = search;
        this.facts = holding.objects(search.fits());
        this.size = Range.of(Measure.PROPERTIES, holding, fails);
        // What must fail comes first: most of the time it decides.
        for (Atom atom : fails) {
            if (atom instanceof Required required) {
                absent.add(required.name());
            } else if (atom instanceof Property property) {
                present.computeIfAbsent(property.name(), name -> new ArrayList<>())
                        .add(property.schema());
            } else if (atom instanceof Values values) {
                excluded.add(values);
            } else {
                Somewhere.of(atom, search.fits()).ifPresent(somewhere::add);
            }
        }
        this.candidates = somewhere.isEmpty() ? new LinkedHashSet<>() : candidates();
    }

    Answer find() {
        if (size.fewest() > size.largest()) {
            return Answer.none();
        }
        for (Somewhere place : somewhere) {
            if (alone(place) instanceof None) {
                return Answer.none();
            }
        }
        facts.required().forEach(name -> present.computeIfAbsent(name, any -> new ArrayList<>()));
        if (present.size() > size.largest() || present.keySet().stream().anyMatch(absent::contains)) {
            return Answer.none();
        }
        for (Map.Entry<String, List<Formula>> one : present.entrySet()) {
            if (put(one.getKey(), one.getValue()) instanceof None) {
                return Answer.none();
            }
        }
        for (Somewhere place : somewhere) {
            if (unknown == null) {
                place(place);
            }
        }
        return unknown != null ? unknown : whole();
    }

    /** Solves for one property, and keeps its value. */
    private Answer put(String name, List<Formula> fails) {
        Answer answer = value(name, fails);
        if (answer instanceof Found found) {
            members.put(name, found.value());
        } else if (answer instanceof Unknown reason) {
            unknown = reason;
        }
        return answer;
    }

    private Answer value(String name, List<Formula> fails) {
        if (absent.contains(name)) {
            return Answer.none();
        }
        return switch (facts.admits(name)) {
            case FALSE -> Answer.none();
            case UNKNOWN -> new Unknown("propertyNames", "");
            case TRUE ->
                facts.value(name, fails)
                        .map(search::solve)
                        .map(answer -> answer instanceof Unknown reason ? reason.below(Steps.property(name)) : answer)
                        .orElseGet(() -> new Unknown("patternProperties", Steps.property(name)));
        };
    }

    /** Whether what must fail in some property can fail in any, whatever else has to. */
    private Answer alone(Somewhere place) {
        Answer best = Answer.none();
        for (String name : candidates) {
            if (!(best instanceof Found) && place.concerns(name) != Truth.FALSE) {
                best = best.or(value(name, with(present.getOrDefault(name, List.of()), place)));
            }
        }
        boolean all =
                facts.finite() || (facts.patterns().isEmpty() && facts.names().isEmpty() && place.plain());
        return best instanceof None && !all ? elsewhere(place) : best;
    }

    /**
     * Names that nobody mentions differ only in the patterns they match: for every choice of these, whether a value can fail, and
     * whether there is a name.
     */
    private Answer elsewhere(Somewhere place) {
        Set<String> patterns = new LinkedHashSet<>(facts.patterns());
        patterns.addAll(place.patterns());
        if (patterns.size() > MOST_PATTERNS) {
            return new Unknown(place.keyword(), "");
        }
        List<String> all = List.copyOf(patterns);
        Answer best = Answer.none();
        for (int choice = 0; choice < 1 << all.size() && !(best instanceof Found); choice++) {
            Set<String> matched = new LinkedHashSet<>();
            Set<String> others = new LinkedHashSet<>(all);
            for (int i = 0; i < all.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    matched.add(all.get(i));
                    others.remove(all.get(i));
                }
            }
            if (place.concerns(matched) && facts.admitsUnnamed(matched)) {
                Problem value = facts.unnamed(matched, with(List.of(), place));
                if (!(search.solve(value) instanceof None)) {
                    best = best.or(inNew(matched, others, place));
                }
            }
        }
        return best;
    }

    /** The same in a property that nobody mentions and whose name matches just these patterns. */
    private Answer inNew(Set<String> matched, Set<String> others, Somewhere place) {
        TextSearch.Result name = search.fits().text(matched, others, candidates, 0, Integer.MAX_VALUE);
        if (name.outcome() == TextSearch.Outcome.NONE) {
            return Answer.none();
        }
        if (name.outcome() == TextSearch.Outcome.FOUND && place.concerns(name.text()) == Truth.TRUE) {
            candidates.add(name.text());
            Answer answer = value(name.text(), with(List.of(), place));
            if (answer instanceof Found) {
                return answer;
            }
        }
        return new Unknown(place.keyword(), "");
    }

    private void place(Somewhere place) {
        Answer best = Answer.none();
        for (String name : candidates) {
            if (place.concerns(name) == Truth.TRUE) {
                List<Formula> fails = with(present.getOrDefault(name, List.of()), place);
                Answer answer = value(name, fails);
                best = best.or(answer);
                if (answer instanceof Found found) {
                    present.put(name, fails);
                    members.put(name, found.value());
                    return;
                }
            }
        }
        unknown = best instanceof Unknown reason ? reason : new Unknown(place.keyword(), "");
    }

    private static List<Formula> with(List<Formula> fails, Somewhere place) {
        List<Formula> all = new ArrayList<>(fails);
        place.schema().ifPresent(all::add);
        return all;
    }

    /** Names worth a try: those named, one for each pattern, and one that nobody has thought of. */
    private Set<String> candidates() {
        Set<String> names = new LinkedHashSet<>(present.keySet());
        names.addAll(facts.mentioned());
        Set<String> patterns = new LinkedHashSet<>(facts.patterns());
        for (Somewhere place : somewhere) {
            names.addAll(place.names());
            patterns.addAll(place.patterns());
            place.name()
                    .map(schema -> search.solve(Problem.of(Set.of(), facts.names(), Set.of(schema))))
                    .ifPresent(answer -> {
                        if (answer instanceof Found found && found.value() instanceof String name) {
                            names.add(name);
                        }
                    });
        }
        for (String pattern : patterns) {
            search.fits().samples(pattern, 1, 20).stream().limit(20).forEach(names::add);
        }
        for (int i = 0; i < 3; i++) {
            names.add("other" + (i == 0 ? "" : i));
        }
        return names;
    }

    private Answer whole() {
        if (members.size() > size.largest()) {
            return new Unknown("maxProperties", "");
        }
        if (size.fewest() > MOST_FILLED) {
            return new Unknown("minProperties", "");
        }
        if (!fill(size.fewest())) {
            boolean exact = facts.finite() && unknown == null && somewhere.isEmpty();
            return exact ? Answer.none() : unknown == null ? new Unknown("minProperties", "") : unknown;
        }
        for (int more = 0; more <= excluded.size(); more++) {
            if (excluded.stream().noneMatch(values -> values.values().contains(members))) {
                return new Found(new LinkedHashMap<>(members));
            }
            if (members.size() >= size.largest() || !fill(members.size() + 1)) {
                break;
            }
        }
        return new Unknown("enum", "");
    }

    private boolean fill(int fewest) {
        for (String name : facts.mentioned()) {
            if (members.size() < fewest && !members.containsKey(name)) {
                put(name, List.of());
            }
        }
        for (int i = 0; members.size() < fewest && i < fewest + 20 && !facts.finite(); i++) {
            String name = "more" + i;
            if (!members.containsKey(name)) {
                put(name, List.of());
            }
        }
        return members.size() >= fewest;
    }
}
