package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckReport.Verdict;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.EarlierVersion;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rule.RegistryRules;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.VersionRules;
import io.tidings.compat.version.SemanticVersion;
import io.tidings.compat.version.VersionStep;
import io.tidings.compat.version.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what a document's version declares with what its changes require. */
final class Gate {

    /** So many versions can be named in a sentence. */
    private static final int MANY = 4;

    private final AsyncApiDocument head;
    private final List<EarlierVersion> bases;
    private final BaseDocument newest;
    private final CheckOptions options;
    private final VersionText was;
    private final VersionText is;
    private final Map<String, String> texts;

    Gate(
            AsyncApiDocument head,
            List<EarlierVersion> bases,
            BaseDocument newest,
            CheckOptions options,
            Map<String, String> texts) {
        this.head = head;
        this.bases = bases;
        this.newest = newest;
        this.options = options;
        this.texts = texts;
        this.was = VersionText.of(newest.document().info().version());
        this.is = VersionText.of(head.info().version());
    }

    /**
     * All that is said of the check.
     *
     * @param changes what the rules say of the changes
     * @param promises what is said of promises of time
     */
    CheckReport report(List<Finding> changes, List<Finding> promises, List<UpgradeOrder> upgradeOrder) {
        Decisions decisions = new Decisions(options.policy(), head.file(), options.today());
        List<Finding> counted = decisions.apply(changes);
        Bump required = counted.stream()
                .map(finding -> finding.impact().on(options.axis()))
                .reduce(Bump.NONE, Bump::max);
        Optional<SemanticVersion> known = newest.versioned() ? was.meant() : Optional.empty();
        Optional<VersionStep> step = known.flatMap(from -> is.version().map(to -> new VersionStep(from, to)));
        Optional<SemanticVersion> next = known.map(from -> VersionStep.next(from, is.meant(), required));
        // What was suppressed may have been the reason for a larger step.
        Bump most = decisions.suppressed().stream()
                .map(suppressed -> suppressed.finding().impact().on(options.axis()))
                .reduce(required, Bump::max);
        List<Finding> gate = decisions.apply(concat(version(step, required, most, next), promises));
        gate = concat(gate, decisions.aboutSuppressions(options.staleTold()));
        List<Finding> errors = gate.stream().filter(Gate::fails).toList();
        List<Finding> findings = concat(counted.stream().sorted(Finding.ORDER).toList(), gate);
        boolean warned = findings.stream().anyMatch(Finding::warning);
        Verdict verdict = errors.isEmpty() && !(options.strict() && warned) ? Verdict.PASS : Verdict.FAIL;
        return new CheckReport(
                new CheckReport.Head(head.file(), is.text()),
                bases.stream()
                        .map(base -> new CheckReport.Base(
                                base.source(), base.version().orElse(null)))
                        .distinct()
                        .toList(),
                step.map(VersionStep::declares).orElse(Bump.NONE),
                required,
                next.orElse(null),
                verdict,
                upgradeOrder,
                findings,
                decisions.suppressed(),
                List.of(),
                new Conclusion(
                                file(),
                                is.text(),
                                since(),
                                required,
                                next,
                                decisions.suppressed().size(),
                                saysLess(decisions, gate))
                        .of(verdict, errors),
                texts,
                List.of());
    }

    private List<Finding> version(
            Optional<VersionStep> step, Bump required, Bump most, Optional<SemanticVersion> next) {
        if (!newest.versioned()) {
            return beginsMajor(required) ? List.of() : List.of(held());
        }
        List<Finding> findings = new ArrayList<>();
        step.ifPresentOrElse(
                known -> judge(
                        known,
                        required,
                        most,
                        next.map(SemanticVersion::toString).orElse(""),
                        findings),
                () -> findings.add(unknown(required, next)));
        return findings;
    }

    private void judge(VersionStep step, Bump required, Bump most, String next, List<Finding> findings) {
        Bump declared = step.declares();
        String needs = next + " (" + required + ")";
        int order = step.to().compareTo(step.from());
        String rose = "the version rose from " + was.text() + " to " + is.text();
        if (order < 0) {
            String fell = "the version fell from " + was.text() + " to " + is.text();
            findings.add(finding(VersionRules.DECREASED, false, fell));
        } else if (order == 0 && required != Bump.NONE && !step.to().stillOpenFor(required)) {
            String still = "the version is still " + is.text() + "; the changes require " + needs;
            findings.add(finding(VersionRules.UNCHANGED, false, still));
        } else if (order > 0 && declared.compareTo(required) < 0) {
            findings.add(finding(VersionRules.UNDER_BUMPED, false, rose + "; the changes require " + needs));
        } else if (order > 0 && declared.compareTo(most) > 0 && step.settled()) {
            String only = required == Bump.NONE ? "no step" : "only " + needs;
            findings.add(finding(VersionRules.OVER_BUMPED, true, rose + "; the changes require " + only));
        }
        if (was.version().isEmpty()) {
            // It is published and cannot be mended any more: what it means is clear enough to go on from.
            findings.add(finding(
                    VersionRules.NOT_SEMANTIC,
                    true,
                    "the version of the base, " + was.text() + ", " + was.flaw() + "; it is read as " + step.from()));
        }
    }

    /** Where only registries were asked there is no version to step from; but a new major says enough. */
    private boolean beginsMajor(Bump required) {
        return required != Bump.MAJOR
                || is.meant()
                        .filter(version -> version.announces() == Bump.MAJOR)
                        .isPresent();
    }

    private Finding held() {
        String write = is.meant()
                .map(version -> "; " + VersionStep.next(version, Bump.MAJOR) + " would")
                .orElse("");
        return Finding.ofGate(
                RegistryRules.BREAKS,
                false,
                null,
                head.info().locationOf("version"),
                "changes break what the registry holds, and the version " + is.text() + " begins no major" + write);
    }

    /** No step can be told: then only an unchanged document is certain to keep its promise. */
    private Finding unknown(Bump required, Optional<SemanticVersion> next) {
        boolean ours = is.version().isEmpty();
        String which = ours ? "the version " + is.text() + " " : "the version of the base, " + was.text() + ", ";
        String flaw = ours ? is.flaw() : was.flaw();
        Optional<SemanticVersion> better = ours ? next.or(is::meant) : Optional.empty();
        String write = better.map(number -> "; write " + number).orElse("");
        String needs = required == Bump.NONE ? "" : "; the changes require a " + required + " step";
        return finding(VersionRules.NOT_SEMANTIC, required == Bump.NONE, which + flaw + needs + write);
    }

    private Finding finding(RuleInfo rule, boolean warning, String reason) {
        Location place = newest.document().info().locationOf("version");
        return Finding.ofGate(
                rule, warning, newest.shown().apply(place), head.info().locationOf("version"), reason);
    }

    /** Whether the number is too low, but does not fail because of what a team has decided. */
    private static boolean saysLess(Decisions decisions, List<Finding> gate) {
        return Stream.concat(
                        decisions.suppressed().stream().map(CheckReport.Suppressed::finding),
                        gate.stream().filter(Finding::warning))
                .anyMatch(finding -> VersionRules.TOO_LOW.contains(finding.rule()));
    }

    private static boolean fails(Finding finding) {
        return !finding.warning() && !GateRules.isNote(finding.rule());
    }

    private static List<Finding> concat(List<Finding> some, List<Finding> others) {
        List<Finding> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private String file() {
        String file = head.file().replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private String since() {
        List<String> versions = bases.stream()
                .map(base -> base.version().orElse("what the registry holds"))
                .distinct()
                .toList();
        return versions.size() <= MANY
                ? String.join(", ", versions)
                : versions.get(0) + " … " + versions.get(versions.size() - 1) + " (" + versions.size() + " versions)";
    }
}
