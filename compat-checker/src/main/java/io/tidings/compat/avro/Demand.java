package io.tidings.compat.avro;

import java.util.List;

/**
 * What must hold for a pair to resolve: no problem of its own, and for each need at least one alternative that resolves.
 *
 * @param findings what the pair says without looking deeper
 */
record Demand(List<Need> needs, List<Local> findings) {

    Demand {
        needs = List.copyOf(needs);
        findings = List.copyOf(findings);
    }

    static Demand nothing() {
        return new Demand(List.of(), List.of());
    }

    static Demand refused(ReadRule rule, String message) {
        return new Demand(List.of(), List.of(new Local(rule, "", message)));
    }

    boolean hopeless() {
        return findings.stream().anyMatch(finding -> finding.rule().weight() == ReadRule.Weight.UNREADABLE);
    }

    /**
     * A part that has to be read.
     *
     * @param step how the path goes on
     * @param alternatives the first that resolves is taken
     */
    record Need(String step, List<SchemaPair> alternatives) {
        Need(String step, SchemaPair only) {
            this(step, List.of(only));
        }
    }

    /**
     * A finding before its path is known.
     *
     * @param step how the path goes on
     */
    record Local(ReadRule rule, String step, String message) {}
}
