package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Atom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formulas that hold of a value in one case, down to atoms; what is found out about them is kept. */
final class Holding {

    private final List<Atom> sent;
    private final List<Atom> held;
    private final Set<String> elsewhere;
    private final Set<Formula> all = new LinkedHashSet<>();
    private @Nullable ObjectFacts objects;

    /** @param elsewhere names that those who send declare in an alternative that may hold as well */
    Holding(List<Atom> sent, List<Atom> held, Set<String> elsewhere) {
        this.sent = List.copyOf(sent);
        this.held = List.copyOf(held);
        this.elsewhere = Collections.unmodifiableSet(new LinkedHashSet<>(elsewhere));
        all.addAll(this.sent);
        all.addAll(this.held);
    }

    List<Atom> sent() {
        return sent;
    }

    List<Atom> held() {
        return held;
    }

    Set<String> elsewhere() {
        return elsewhere;
    }

    /** Every atom, in the order found. */
    Set<Formula> all() {
        return all;
    }

    <A extends Formula> List<A> all(Class<A> kind) {
        return of(Stream.concat(sent.stream(), held.stream()), kind);
    }

    <A extends Formula> List<A> sent(Class<A> kind) {
        return of(sent.stream(), kind);
    }

    <A extends Formula> List<A> held(Class<A> kind) {
        return of(held.stream(), kind);
    }

    private static <A extends Formula> List<A> of(Stream<? extends Formula> formulas, Class<A> kind) {
        List<A> found = new ArrayList<>();
        formulas.filter(kind::isInstance).forEach(formula -> found.add(kind.cast(formula)));
        return found;
    }

    ObjectFacts objects(Fits fits) {
        if (objects == null) {
            objects = new ObjectFacts(this, fits);
        }
        return objects;
    }
}
