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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares a head with its bases and lets the rules speak. Used once, by one thread. */
final class Judge {

    /** The rule of last resort: it speaks only where no other says that a message breaks. */
    private static final String LAST_RESORT = "avro-unreadable";

    private final AsyncApiDocument head;
    private final Map<List<@Nullable Object>, Finding> findings = new LinkedHashMap<>();
    private final UpgradeOrders orders = new UpgradeOrders();

    Judge(AsyncApiDocument head) {
        this.head = head;
    }

    void compareWith(BaseDocument base) {
        compareWith(base, finding -> true);
    }

    /** The same, but only some of what is found counts. */
    void compareWith(BaseDocument base, Predicate<Finding> counts) {
        compareWith(base, counts, orders);
    }

    /** The same, and nothing of it tells who is upgraded first. */
    void compareAside(BaseDocument base, Predicate<Finding> counts) {
        compareWith(base, counts, new UpgradeOrders());
    }

    private void compareWith(BaseDocument base, Predicate<Finding> counts, UpgradeOrders upgrades) {
        List<Finding> found = new ArrayList<>();
        List<Change> changes = Differences.between(base.document(), head);
        for (Change change : changes) {
            Rules.judge(change).forEach(judgement -> found.add(finding(change, judgement, base)));
        }
        Set<List<@Nullable String>> broken = new HashSet<>();
        for (Finding finding : found) {
            if (!finding.rule().equals(LAST_RESORT) && finding.impact().wire() == Bump.MAJOR) {
                broken.add(Arrays.asList(finding.channel(), finding.message()));
            }
        }
        boolean counted = false;
        for (Finding finding : found) {
            boolean told = broken.contains(Arrays.asList(finding.channel(), finding.message()))
                    || finding.impact().wire() != Bump.MAJOR;
            if (!(finding.rule().equals(LAST_RESORT) && told) && counts.test(finding)) {
                // Two bases that differ from the head in the same way say so once: the first place is kept.
                findings.putIfAbsent(identity(finding), finding);
                counted = true;
            }
        }
        if (counted) {
            changes.forEach(upgrades::consider);
        }
    }

    /** Whether the same was found. */
    boolean found(Finding finding) {
        return findings.containsKey(identity(finding));
    }

    List<Finding> findings() {
        return findings.values().stream().sorted(Finding.ORDER).toList();
    }

    List<UpgradeOrder> upgradeOrder() {
        return orders.list();
    }

    private static List<@Nullable Object> identity(Finding finding) {
        return Arrays.asList(
                finding.rule(),
                finding.channel(),
                finding.operation(),
                finding.message(),
                finding.path(),
                finding.reason());
    }

    private static Finding finding(Change change, Judgement judgement, BaseDocument base) {
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
                judgement.rule().hint());
    }

    private static String role(Set<Action> roles) {
        return roles.size() == 1 ? roles.iterator().next().label() : "both";
    }
}
