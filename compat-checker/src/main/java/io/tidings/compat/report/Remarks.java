package io.tidings.compat.report;

import io.tidings.compat.CheckReport;
import io.tidings.compat.CheckReport.Suppressed;
import io.tidings.compat.Finding;
import io.tidings.compat.UpgradeOrder;
import io.tidings.compat.rule.Bump;
import java.util.ArrayList;
import java.util.List;

/** What is said of a check besides its findings, in whole sentences. */
final class Remarks {

    private Remarks() {}

    static List<String> of(CheckReport report) {
        List<String> remarks = new ArrayList<>(report.notes());
        report.upgradeOrder().forEach(order -> remarks.add(sentence(order)));
        report.suppressed().forEach(suppressed -> remarks.add(sentence(suppressed)));
        if (!report.known().isEmpty()) {
            int known = report.known().size();
            remarks.add("Not shown: " + known + (known == 1 ? " finding" : " findings")
                    + " that the earlier report has too; they count all the same");
        }
        return remarks;
    }

    private static String sentence(UpgradeOrder order) {
        String who = switch (order.order()) {
            case CONSUMERS_FIRST -> "consumers first";
            case PRODUCERS_FIRST -> "producers first";
            case ANY -> "in any order";
        };
        return "Upgrade " + who + " on channel " + order.channel();
    }

    private static String sentence(Suppressed suppressed) {
        Finding finding = suppressed.finding();
        return "Suppressed until " + suppressed.by().until() + " ("
                + suppressed.by().reason() + "): "
                + (finding.impact().wire() == Bump.NONE ? "" : finding.impact().wire() + " ") + finding.rule()
                + ": " + finding.reason();
    }
}
