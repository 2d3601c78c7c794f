package io.tidings.compat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts together what was found against several bases. Used once, by one thread. */
final class Judge {

    private final Map<List<@Nullable Object>, Finding> findings = new LinkedHashMap<>();
    private final UpgradeOrders orders = new UpgradeOrders();

    void add(Compared compared) {
        add(compared, finding -> true);
    }

    /** The same, but only some of what was found counts. */
    void add(Compared compared, Predicate<Finding> counts) {
        if (addAside(compared, counts)) {
            orders.add(compared.orders());
        }
    }

    /** The same, and nothing of it tells who is upgraded first. Whether something counted. */
    boolean addAside(Compared compared, Predicate<Finding> counts) {
        boolean counted = false;
        for (Finding finding : compared.findings()) {
            if (counts.test(finding)) {
                // Two bases that differ from the head in the same way say so once: the first place is kept.
                findings.putIfAbsent(identity(finding), finding);
                counted = true;
            }
        }
        return counted;
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
}
