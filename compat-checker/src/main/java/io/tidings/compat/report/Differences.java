package io.tidings.compat.report;

import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.rule.GateRules;
import java.util.List;

/** The findings about changes, without those about the gate. */
final class Differences {

    private Differences() {}

    static List<Finding> of(CheckReport report) {
        return report.findings().stream()
                .filter(finding -> !GateRules.contain(finding.rule()))
                .toList();
    }
}
