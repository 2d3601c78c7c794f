package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.Compatibility;
import io.tidings.compat.Finding;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.landscape.ConsumerImpact.Meaning;
import io.tidings.compat.landscape.ConsumerImpact.Outcome;
import io.tidings.compat.landscape.ConsumerImpact.Told;
import io.tidings.compat.landscape.ImpactReport.Effect;
import io.tidings.compat.landscape.ImpactReport.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the new version of a service into the place of the one before and looks at each pair of it and a consumer. What speaks
 * against the pair now and did not before, breaks the consumer.
 */
final class Impacts {

    private final Service owner;
    private final @Nullable Service before;
    private final ImpactReport.@Nullable Base base;
    private final List<Finding> changes;

    Impacts(@Nullable BaseDocument base, AsyncApiDocument head) {
        this.owner = Service.of(head.info().title(), head);
        this.before = base == null ? null : new Service(head.info().title(), base.document(), false, base.shown());
        this.base = base == null
                ? null
                : new ImpactReport.Base(base.source(), base.document().info().version());
        this.changes = base == null ? List.of() : changes(base, head);
    }

    /** What the gate says, the version and what is only for people apart. */
    private static List<Finding> changes(BaseDocument base, AsyncApiDocument head) {
        return Compatibility.checkDocuments(List.of(base), head, CheckOptions.DEFAULT).findings().stream()
                .filter(finding -> !finding.rule().startsWith("version-")
                        && !finding.rule().equals("documentation"))
                .toList();
    }

    ImpactReport on(List<Service> consumers) {
        List<ConsumerImpact> impacts = new ArrayList<>();
        List<Map<String, Effect>> effects = new ArrayList<>();
        changes.forEach(change -> effects.add(new HashMap<>()));
        consumers.forEach(consumer -> impacts.add(on(consumer, effects)));
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            touches.add(new Touch(changes.get(i), effects.get(i)));
        }
        return new ImpactReport(owner, base, impacts, touches);
    }

    private ConsumerImpact on(Service consumer, List<Map<String, Effect>> effects) {
        Pair now = new Pair(owner, consumer);
        Pair then = before == null ? null : new Pair(before, consumer);
        List<Told> told = new ArrayList<>();
        Set<String> known = then == null
                ? Set.of()
                : then.findings().stream().map(Impacts::identity).collect(Collectors.toSet());
        for (LandscapeFinding found : now.findings()) {
            LandscapeFinding finding = then == null ? found : SingleKind.weighed(found, then);
            boolean error = finding.severity() == Severity.ERROR;
            boolean old = known.contains(identity(finding));
            if (error || (!old && finding.severity() == Severity.WARNING)) {
                told.add(Told.of(
                        finding.seenFrom(consumer), old ? Meaning.BEFORE : error ? Meaning.BREAKS : Meaning.WARNS));
            }
        }
        if (then != null) {
            Gone.between(then, now).forEach(gone -> {
                told.removeIf(other -> gone.covers(other.finding()));
                boolean error = gone.finding().severity() == Severity.ERROR;
                told.add(Told.of(gone.finding(), error ? Meaning.BREAKS : Meaning.WARNS));
            });
        }
        boolean touched = false;
        for (int i = 0; i < changes.size(); i++) {
            Finding change = changes.get(i);
            boolean uses = then != null && new Usage(then, now).of(change);
            if (uses && GateVerdict.decides(change, now)) {
                told.add(GateVerdict.told(change, now));
            }
            Effect effect = breaks(told, change, then, now) ? Effect.BREAKS : uses ? Effect.USES : Effect.NONE;
            touched |= effect != Effect.NONE;
            effects.get(i).put(consumer.name(), effect);
        }
        told.sort(java.util.Comparator.comparing(Told::meaning).thenComparing(Told::finding, LandscapeFinding.ORDER));
        Outcome outcome = outcome(told, touched, now, then);
        return new ConsumerImpact(consumer, outcome, UpgradeOf.consumer(told, outcome, now, then), told);
    }

    private static Outcome outcome(List<Told> told, boolean touched, Pair now, @Nullable Pair then) {
        if (told.stream().anyMatch(one -> one.meaning() == Meaning.BREAKS)) {
            return Outcome.BREAKS;
        }
        if (told.stream().anyMatch(one -> one.meaning() == Meaning.BEFORE)) {
            return Outcome.BROKEN_BEFORE;
        }
        if (!now.related() && (then == null || !then.related())) {
            return Outcome.STRANGER;
        }
        return touched || then == null ? Outcome.HOLDS : Outcome.UNTOUCHED;
    }

    private static boolean breaks(List<Told> told, Finding change, @Nullable Pair then, Pair now) {
        Set<String> addresses = new HashSet<>(now.addresses(change.channel()));
        addresses.addAll(then == null ? Set.of() : then.addresses(change.channel()));
        return told.stream()
                .filter(one -> one.meaning() == Meaning.BREAKS)
                .anyMatch(one -> one.rule().equals(change.rule())
                        || (addresses.contains(String.valueOf(one.finding().channel()))
                                && near(one.finding(), change)));
    }

    /** Whether a finding may come from a change: one is about the other, or about a part of it. */
    private static boolean near(LandscapeFinding finding, Finding change) {
        boolean message = change.message() == null
                || finding.message() == null
                || finding.message().equals(change.message());
        boolean path = !change.path().startsWith("$")
                || !finding.path().startsWith("$")
                || within(finding.path(), change.path())
                || within(change.path(), finding.path());
        boolean payload = change.rule().startsWith("avro-") == finding.path().startsWith("$")
                || finding.rule().id().startsWith("impact-");
        return message && path && payload;
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || (inner.startsWith(outer) && ".[{<".indexOf(inner.charAt(outer.length())) >= 0);
    }

    private static String identity(LandscapeFinding finding) {
        return String.join(
                "\n",
                finding.rule().id(),
                String.valueOf(finding.channel()),
                String.valueOf(finding.message()),
                finding.path());
    }
}
