package io.tidings.compat.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A schema as it was read.
 *
 * @param formula all clauses together
 * @param notes what readers need to know and validators do not judge by, by keyword
 * @param words what only people read, by keyword
 */
record SchemaText(List<Clause> clauses, Formula formula, Map<String, Object> notes, Map<String, Object> words) {

    private static final Comparator<Clause> ORDER =
            Comparator.comparing(Clause::keyword).thenComparing(Clause::name);

    static SchemaText of(List<Clause> written, Map<String, Object> notes, Map<String, Object> words) {
        List<Clause> clauses = written.stream().sorted(ORDER).toList();
        Formula formula = clauses.size() == 1
                ? clauses.get(0).formula()
                : new Formula.All(clauses.stream().map(Clause::formula).toList());
        return new SchemaText(clauses, formula, notes, words);
    }
}
