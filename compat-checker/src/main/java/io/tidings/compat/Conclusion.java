package io.tidings.compat;

import io.tidings.compat.CheckReport.Verdict;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * The verdict in one sentence, for someone who wants to go home.
 *
 * @param file the document's name without its folders
 * @param version what it says of itself
 * @param since the versions it was compared with
 * @param next the lowest version that keeps the promise, where one can be told
 * @param suppressed how many findings do not count
 * @param less whether the version says less than is required, and somebody decided that this does not fail
 */
record Conclusion(
        String file,
        String version,
        String since,
        Bump required,
        Optional<SemanticVersion> next,
        int suppressed,
        boolean less) {

    /** @param broken findings of the gate that fail */
    String of(Verdict verdict, List<Finding> broken) {
        String needs = required == Bump.NONE
                ? "no step"
                : next.map(number -> number + " (" + required + ")").orElse("a " + required + " step");
        String says = file + " says " + version + ", its changes since " + since + " require " + needs;
        if (verdict == Verdict.PASS && less) {
            return "PASS: " + says + "; that it says less was decided to be lived with";
        }
        if (verdict == Verdict.PASS) {
            String without = suppressed == 0 ? "" : " (without " + suppressed + " suppressed)";
            return "PASS: " + says + (required == Bump.NONE ? "" : " or more") + without;
        }
        if (broken.isEmpty()) {
            return "FAIL: " + says + "; there are warnings, and the check is strict";
        }
        Finding first = broken.get(0);
        if (!aboutVersion(first)) {
            String more = broken.size() == 1 ? "" : " (and " + (broken.size() - 1) + " more)";
            return "FAIL: " + says + "; but " + first.reason() + more;
        }
        String why = required == Bump.NONE ? ", and " + first.reason() : "";
        return "FAIL: " + says + why + next.map(this::wayOut).orElse("");
    }

    private static boolean aboutVersion(Finding finding) {
        return finding.rule().startsWith("version-");
    }

    private String wayOut(SemanticVersion number) {
        String undo = required == Bump.MAJOR ? ", or undo the changes marked MAJOR" : "";
        return ": set info.version to " + number + undo;
    }
}
