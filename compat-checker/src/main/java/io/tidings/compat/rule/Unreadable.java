package io.tidings.compat.rule;

import io.tidings.compat.avro.ReadFinding;
import io.tidings.compat.avro.ReadRule.Weight;
import io.tidings.compat.avro.ReadVerdict;

/** Says in one sentence why a schema cannot read another's data. */
public final class Unreadable {

    private Unreadable() {}

    public static String why(ReadVerdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule().weight() != Weight.WARNING)
                .findFirst()
                .map((ReadFinding finding) -> finding.path() + ": " + finding.message())
                .orElse("they do not resolve");
    }
}
