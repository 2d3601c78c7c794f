package io.tidings.compat.report;

import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import java.util.List;

/** The findings about changes, without those about the version. */
final class Differences {

    private Differences() {}

    static List<Finding> of(CheckReport report) {
        return report.findings().stream()
                .filter(finding -> !finding.rule().startsWith("version-"))
                .toList();
    }
}
