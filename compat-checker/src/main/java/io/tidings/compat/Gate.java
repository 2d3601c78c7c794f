package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckReport.Verdict;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Impact;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.VersionRules;
import io.tidings.compat.version.SemanticVersion;
import io.tidings.compat.version.VersionStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what a document's version declares with what its changes require. */
final class Gate {

    private final AsyncApiDocument head;
    private final List<BaseDocument> bases;
    private final BaseDocument newest;
    private final CheckOptions options;

    Gate(AsyncApiDocument head, List<BaseDocument> bases, BaseDocument newest, CheckOptions options) {
        this.head = head;
        this.bases = bases;
        this.newest = newest;
        this.options = options;
    }

    CheckReport report(List<Finding> changes, List<UpgradeOrder> upgradeOrder) {
        Bump required = changes.stream()
                .map(finding -> finding.impact().on(options.axis()))
                .reduce(Bump.NONE, Bump::max);
        Optional<SemanticVersion> from = SemanticVersion.parse(was());
        Optional<SemanticVersion> to = SemanticVersion.parse(is());
        Optional<VersionStep> step = from.flatMap(f -> to.map(t -> new VersionStep(f, t)));
        Bump declared = step.map(VersionStep::declares).orElse(Bump.NONE);
        List<Finding> findings = new ArrayList<>(changes);
        Finding version =
                step.isPresent() ? judge(step.get(), declared, required) : unknown(from.isPresent(), required);
        boolean kept = version == null || version.warning();
        if (version != null) {
            findings.add(version);
        }
        boolean warned = findings.stream().anyMatch(Finding::warning);
        Verdict verdict = kept && !(options.strict() && warned) ? Verdict.PASS : Verdict.FAIL;
        String conclusion = new Conclusion(
                        file(), is(), since(), required, from.map(f -> VersionStep.next(f, required)))
                .of(verdict, kept ? null : version);
        return new CheckReport(
                new CheckReport.Head(head.file(), is()),
                bases.stream()
                        .map(base -> new CheckReport.Base(
                                base.source(), base.document().info().version()))
                        .toList(),
                declared,
                required,
                verdict,
                upgradeOrder,
                findings,
                List.of(),
                conclusion);
    }

    private @Nullable Finding judge(VersionStep step, Bump declared, Bump required) {
        int order = step.to().compareTo(step.from());
        if (order < 0) {
            return finding(VersionRules.DECREASED, false, "the version fell from " + was() + " to " + is());
        }
        String needs = needs(step.from(), required);
        if (order == 0) {
            return required == Bump.NONE
                    ? null
                    : finding(
                            VersionRules.UNCHANGED,
                            false,
                            "the version is still " + is() + "; the changes require " + needs);
        }
        if (declared.compareTo(required) < 0) {
            return finding(
                    VersionRules.UNDER_BUMPED,
                    false,
                    "the version rose from " + was() + " to " + is() + "; the changes require " + needs);
        }
        return declared == required || !step.settled()
                ? null
                : finding(
                        VersionRules.OVER_BUMPED,
                        true,
                        "the version rose from " + was() + " to " + is() + "; the changes require "
                                + (required == Bump.NONE ? "no step" : "only " + needs));
    }

    /** No step can be told: then only an unchanged document is certain to keep its promise. */
    private Finding unknown(boolean baseKnown, Bump required) {
        String which = baseKnown ? is() : "of the base, " + was() + ",";
        return finding(
                VersionRules.NOT_SEMANTIC,
                required == Bump.NONE,
                "the version " + which + " is not a semantic version"
                        + (required == Bump.NONE ? "" : "; the changes require a " + required + " step"));
    }

    private static String needs(SemanticVersion from, Bump required) {
        return VersionStep.next(from, required) + " (" + required + ")";
    }

    private Finding finding(RuleInfo rule, boolean warning, String reason) {
        Location was = newest.document().info().locationOf("version");
        return new Finding(
                rule.id(),
                new Impact(Bump.NONE, Bump.NONE, warning),
                "both",
                null,
                null,
                null,
                "",
                newest.shown().apply(was),
                head.info().locationOf("version"),
                reason,
                rule.hint());
    }

    private String was() {
        return newest.document().info().version();
    }

    private String is() {
        return head.info().version();
    }

    private String file() {
        String file = head.file().replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private String since() {
        return bases.size() == 1
                ? was()
                : String.join(
                        ", ",
                        bases.stream()
                                .map(base -> base.document().info().version())
                                .toList());
    }
}
