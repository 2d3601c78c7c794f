package io.tidings.compat.avro;

import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold for a pair to resolve: no problem of its own, and for each need at least one alternative that resolves.
 *
 * @param findings what the pair says without looking deeper
 */
record Demand(List<Need> needs, List<Local> findings) {

    /** How a path goes on, by the names of either side. */
    record Step(String reader, String writer) {

        /** It stays where it is. */
        static final Step NONE = new Step("", "");

        /** On both sides alike. */
        static Step both(String step) {
            return new Step(step, step);
        }
    }

    Demand {
        needs = List.copyOf(needs);
        findings = List.copyOf(findings);
    }

    static Demand refused(ReadRule rule, String message) {
        return new Demand(List.of(), List.of(new Local(rule, message)));
    }

    Demand and(List<Local> more) {
        return more.isEmpty()
                ? this
                : new Demand(
                        needs, Stream.concat(findings.stream(), more.stream()).toList());
    }

    boolean hopeless() {
        return findings.stream().anyMatch(finding -> finding.rule().weight() == ReadRule.Weight.UNREADABLE);
    }

    /**
     * A part that has to be read.
     *
     * @param alternatives the first that resolves is taken
     */
    record Need(Step step, List<SchemaPair> alternatives) {
        Need(Step step, SchemaPair only) {
            this(step, List.of(only));
        }
    }

    /** A finding before its path is known. */
    record Local(ReadRule rule, Step step, String message) {
        Local(ReadRule rule, String message) {
            this(rule, Step.NONE, message);
        }
    }
}
