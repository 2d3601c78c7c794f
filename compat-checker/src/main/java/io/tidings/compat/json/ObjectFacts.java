package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Additional;
import io.tidings.compat.json.Formula.Names;
import io.tidings.compat.json.Formula.PatternProperty;
import io.tidings.compat.json.Formula.Property;
import io.tidings.compat.json.Formula.Required;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the formulas that hold say of an object's properties. */
final class ObjectFacts {

    private final Holding holding;
    private final Fits fits;
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> patterns = new LinkedHashSet<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, List<Formula>> sent = new HashMap<>();
    private final Map<String, List<Formula>> held = new HashMap<>();
    private final List<Formula> names = new ArrayList<>();
    private final boolean closed;

    ObjectFacts(Holding holding, Fits fits) {
        this.holding = holding;
        this.fits = fits;
        holding.all(Required.class).forEach(atom -> required.add(atom.name()));
        holding.all(Names.class).forEach(atom -> names.add(atom.schema()));
        holding.all(PatternProperty.class).forEach(atom -> patterns.add(atom.pattern()));
        holding.all(Additional.class).forEach(atom -> patterns.addAll(atom.patterns()));
        holding.sent(Property.class).forEach(atom -> add(sent, atom));
        holding.held(Property.class).forEach(atom -> add(held, atom));
        holding.sent(Required.class).forEach(atom -> declared.add(atom.name()));
        declared.addAll(sent.keySet());
        declared.addAll(holding.elsewhere());
        mentioned.addAll(sent.keySet());
        mentioned.addAll(held.keySet());
        mentioned.addAll(declared);
        mentioned.addAll(required);
        boolean declares =
                !sent.isEmpty() || !holding.sent(PatternProperty.class).isEmpty();
        closed = declares && holding.sent(Additional.class).isEmpty();
    }

    private static void add(Map<String, List<Formula>> properties, Property atom) {
        properties.computeIfAbsent(atom.name(), name -> new ArrayList<>()).add(atom.schema());
    }

    Set<String> required() {
        return required;
    }

    /** Every property that is named. */
    Set<String> mentioned() {
        return mentioned;
    }

    Set<String> patterns() {
        return patterns;
    }

    /** What names of properties must hold. */
    List<Formula> names() {
        return names;
    }

    /** Whether those who send have named all that they send. */
    boolean closed() {
        return closed;
    }

    /** Whether what is named is all there can be. */
    boolean finite() {
        return closed && holding.sent(PatternProperty.class).isEmpty();
    }

    /** Whether a property of this name may be present. */
    Truth admits(String name) {
        Truth admits = Truth.of(!closed || declared.contains(name));
        for (PatternProperty pattern : holding.sent(PatternProperty.class)) {
            admits = admits.or(fits.pattern(pattern.pattern()).finds(name));
        }
        for (Formula schema : names) {
            admits = admits.and(fits.of(name, schema));
        }
        return admits;
    }

    /** What its value must be; empty where a pattern is not decided. */
    Optional<Problem> value(String name, List<Formula> fails) {
        List<Formula> sentHere = new ArrayList<>(sent.getOrDefault(name, List.of()));
        List<Formula> heldHere = new ArrayList<>(held.getOrDefault(name, List.of()));
        Truth known = others(name, holding.sent(), sentHere).and(others(name, holding.held(), heldHere));
        return known == Truth.TRUE ? Optional.of(Problem.of(sentHere, heldHere, fails)) : Optional.empty();
    }

    /** The same for names that nobody mentions, by the patterns that they match. */
    Problem unnamed(Set<String> matched, List<Formula> fails) {
        return Problem.of(schemasOf(matched, holding.sent()), schemasOf(matched, holding.held()), fails);
    }

    private static List<Formula> schemasOf(Set<String> matched, List<? extends Formula> atoms) {
        List<Formula> here = new ArrayList<>();
        for (Formula atom : atoms) {
            if (atom instanceof PatternProperty pattern && matched.contains(pattern.pattern())) {
                here.add(pattern.schema());
            } else if (atom instanceof Additional additional
                    && additional.patterns().stream().noneMatch(matched::contains)) {
                here.add(additional.schema());
            }
        }
        return here;
    }

    /** Whether those who send may use names that match these patterns and that nobody mentions. */
    boolean admitsUnnamed(Set<String> matched) {
        return !closed
                || holding.sent(PatternProperty.class).stream()
                        .anyMatch(pattern -> matched.contains(pattern.pattern()));
    }

    private Truth others(String name, List<? extends Formula> atoms, List<Formula> here) {
        Truth known = Truth.TRUE;
        for (Formula atom : atoms) {
            if (atom instanceof PatternProperty pattern) {
                known = apply(fits.pattern(pattern.pattern()).finds(name), pattern.schema(), here, known);
            } else if (atom instanceof Additional additional) {
                known = apply(fits.left(additional, name), additional.schema(), here, known);
            }
        }
        return known;
    }

    private static Truth apply(Truth applies, Formula schema, List<Formula> here, Truth known) {
        if (applies == Truth.TRUE) {
            here.add(schema);
        }
        return applies == Truth.UNKNOWN ? Truth.UNKNOWN : known;
    }
}
