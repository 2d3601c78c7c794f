package io.tidings.compat;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.diff.Change;
import io.tidings.compat.diff.Differences;
import io.tidings.compat.diff.Scope;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Judgement;
import io.tidings.compat.rulebook.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of the way from an earlier version to a document: all that is kept of that version when it has been read.
 *
 * @param findings in the order of the changes
 * @param orders who is upgraded first
 * @param texts of those of its files that findings name and that are not on the disk
 */
record Compared(List<Finding> findings, UpgradeOrders orders, Map<String, String> texts) {

    /** The rule of last resort: it speaks only where no other says that a message breaks. */
    private static final String LAST_RESORT = "avro-unreadable";

    static Compared of(BaseDocument base, AsyncApiDocument head) {
        List<Finding> found = new ArrayList<>();
        UpgradeOrders orders = new UpgradeOrders();
        for (Change change : Differences.between(base.document(), head)) {
            Rules.judge(change).forEach(judgement -> found.add(finding(change, judgement, base, head)));
            orders.consider(change);
        }
        Set<List<@Nullable String>> broken = new HashSet<>();
        for (Finding finding : found) {
            if (!finding.rule().equals(LAST_RESORT) && finding.impact().wire() == Bump.MAJOR) {
                broken.add(Arrays.asList(finding.channel(), finding.message()));
            }
        }
        found.removeIf(finding -> finding.rule().equals(LAST_RESORT)
                && (broken.contains(Arrays.asList(finding.channel(), finding.message()))
                        || finding.impact().wire() != Bump.MAJOR));
        return new Compared(found, orders, texts(base, found));
    }

    /** Of a base, what reports may have to show: where findings stand, and its version. */
    static Map<String, String> texts(BaseDocument base, List<Finding> findings) {
        Map<String, String> texts = new HashMap<>();
        findings.forEach(finding -> {
            Location place = finding.base();
            if (place != null) {
                keep(place, base, texts);
            }
        });
        keep(base.shown().apply(base.document().info().locationOf("version")), base, texts);
        return texts;
    }

    private static void keep(Location place, BaseDocument base, Map<String, String> texts) {
        String text = base.texts().get(place.file());
        if (text != null) {
            texts.put(place.file(), text);
        }
    }

    private static Finding finding(Change change, Judgement judgement, BaseDocument base, AsyncApiDocument head) {
        Scope scope = change.at().scope();
        Location was = change.at().base();
        return new Finding(
                judgement.rule().id(),
                judgement.impact(),
                role(scope.roles()),
                scope.channel(),
                scope.operation(),
                scope.message(),
                change.at().path(),
                was == null ? null : base.shown().apply(was),
                change.at().head(),
                judgement.reason(),
                AssumedRetention.hint(judgement, scope, base.document(), head));
    }

    private static String role(Set<Action> roles) {
        return roles.size() == 1 ? roles.iterator().next().label() : "both";
    }
}
