package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Additional;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Names;
import io.tidings.compat.json.Formula.PatternProperty;
import java.util.Optional;
import java.util.Set;

/** What must fail in some property of an object, whichever. */
final class Somewhere {

    private final Atom atom;
    private final Fits fits;

    private Somewhere(Atom atom, Fits fits) {
        this.atom = atom;
        this.fits = fits;
    }

    static Optional<Somewhere> of(Atom atom, Fits fits) {
        boolean some = atom instanceof PatternProperty || atom instanceof Additional || atom instanceof Names;
        return some ? Optional.of(new Somewhere(atom, fits)) : Optional.empty();
    }

    /** Whether a property of this name is one in which it can fail. */
    Truth concerns(String name) {
        if (atom instanceof PatternProperty pattern) {
            return fits.pattern(pattern.pattern()).finds(name);
        }
        return atom instanceof Additional additional
                ? fits.left(additional, name)
                : fits.of(name, ((Names) atom).schema()).not();
    }

    /** Whether it can fail in a property that nobody mentions and whose name matches just these patterns. */
    boolean concerns(Set<String> matched) {
        if (atom instanceof PatternProperty pattern) {
            return matched.contains(pattern.pattern());
        }
        return !(atom instanceof Additional additional)
                || additional.patterns().stream().noneMatch(matched::contains);
    }

    /** What the property's value must fail; nothing where its name alone is wrong. */
    Optional<Formula> schema() {
        if (atom instanceof PatternProperty pattern) {
            return Optional.of(pattern.schema());
        }
        return atom instanceof Additional additional ? Optional.of(additional.schema()) : Optional.empty();
    }

    /** What the property's name must fail. */
    Optional<Formula> name() {
        return atom instanceof Names names ? Optional.of(names.schema()) : Optional.empty();
    }

    Set<String> names() {
        return atom instanceof Additional additional ? additional.names() : Set.of();
    }

    Set<String> patterns() {
        if (atom instanceof PatternProperty pattern) {
            return Set.of(pattern.pattern());
        }
        return atom instanceof Additional additional ? additional.patterns() : Set.of();
    }

    /** Whether one name that nobody has thought of stands for all others. */
    boolean plain() {
        return atom instanceof Additional additional && additional.patterns().isEmpty();
    }

    String keyword() {
        return atom instanceof PatternProperty
                ? "patternProperties"
                : atom instanceof Additional ? "additionalProperties" : "propertyNames";
    }
}
