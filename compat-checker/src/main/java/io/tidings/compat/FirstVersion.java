package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckReport.Verdict;
import io.tidings.compat.rule.Bump;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is said of a document that has no earlier version: nobody relies on it yet, and any version keeps its promise. */
final class FirstVersion {

    private FirstVersion() {}

    /**
     * The report.
     *
     * @param doubts whether there is none, or only none was found
     */
    static CheckReport of(AsyncApiDocument head, List<Finding> doubts, CheckOptions options, List<String> notes) {
        String version = head.info().version();
        String file = String.valueOf(Path.of(head.file()).getFileName());
        Decisions decisions = new Decisions(options.policy(), head.file(), options.today());
        List<Finding> findings = decisions.apply(doubts);
        boolean failed = findings.stream().anyMatch(finding -> !finding.warning() || options.strict());
        String first = file + " " + version
                + (findings.isEmpty() ? " is a first version" : " is taken for a first version: nothing was compared");
        return new CheckReport(
                new CheckReport.Head(head.file(), version),
                List.of(),
                Bump.NONE,
                Bump.NONE,
                null,
                failed ? Verdict.FAIL : Verdict.PASS,
                List.of(),
                findings,
                decisions.suppressed(),
                List.of(),
                (failed ? "FAIL: " : "PASS: ") + first,
                Map.of(),
                notes);
    }
}
