package io.tidings.compat.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Is there a value that holds some formulas and fails others?
 *
 * @param sent hold, and come from those who make the value: an object has no other properties than these declare, where they
 *     declare any
 * @param held hold too
 * @param fails each of them fails
 */
record Problem(Set<Formula> sent, Set<Formula> held, Set<Formula> fails) {

    static Problem of(Collection<Formula> sent, Collection<Formula> held, Collection<Formula> fails) {
        return new Problem(copy(sent), copy(held), copy(fails));
    }

    /** In the order given, so that every run finds the same value. */
    private static Set<Formula> copy(Collection<Formula> formulas) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(formulas));
    }
}
