package io.tidings.compat.json;

import io.tidings.compat.json.Formula.AtLeast;
import io.tidings.compat.json.Formula.AtMost;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All bounds of one measure together: those that hold, and those that fail, turned round. */
final class Range {

    /** Lengths beyond it are not looked at one by one. */
    static final int MANY = 10_000;

    private @Nullable BigDecimal least;
    private boolean leastExcluded;
    private @Nullable BigDecimal most;
    private boolean mostExcluded;

    static Range of(Measure measure, Holding holding, List<Atom> fails) {
        Range range = new Range();
        for (Formula atom : holding.all()) {
            if (atom instanceof AtLeast bound && bound.measure() == measure) {
                range.atLeast(bound.limit(), bound.exclusive());
            } else if (atom instanceof AtMost bound && bound.measure() == measure) {
                range.atMost(bound.limit(), bound.exclusive());
            }
        }
        for (Atom atom : fails) {
            if (atom instanceof AtLeast bound && bound.measure() == measure) {
                range.atMost(bound.limit(), !bound.exclusive());
            } else if (atom instanceof AtMost bound && bound.measure() == measure) {
                range.atLeast(bound.limit(), !bound.exclusive());
            }
        }
        return range;
    }

    void atLeast(BigDecimal limit, boolean exclusive) {
        int order = least == null ? 1 : limit.compareTo(least);
        if (order > 0) {
            least = limit;
            leastExcluded = exclusive;
        } else if (order == 0) {
            leastExcluded |= exclusive;
        }
    }

    void atMost(BigDecimal limit, boolean exclusive) {
        int order = most == null ? -1 : limit.compareTo(most);
        if (order < 0) {
            most = limit;
            mostExcluded = exclusive;
        } else if (order == 0) {
            mostExcluded |= exclusive;
        }
    }

    @Nullable BigDecimal least() {
        return least;
    }

    @Nullable BigDecimal most() {
        return most;
    }

    boolean contains(BigDecimal value) {
        int low = least == null ? 1 : value.compareTo(least);
        int high = most == null ? -1 : value.compareTo(most);
        return (low > 0 || (low == 0 && !leastExcluded)) && (high < 0 || (high == 0 && !mostExcluded));
    }

    boolean empty() {
        int order = least == null || most == null ? -1 : least.compareTo(most);
        return order > 0 || (order == 0 && (leastExcluded || mostExcluded));
    }

    /** Of whole numbers from zero, the smallest; {@link #MANY} and more stand for any. */
    int fewest() {
        if (least == null || least.signum() < 0) {
            return 0;
        }
        BigDecimal up = least.compareTo(BigDecimal.valueOf(MANY)) > 0
                ? BigDecimal.valueOf(MANY)
                : least.setScale(0, RoundingMode.CEILING);
        return up.intValue() + (leastExcluded && up.compareTo(least) == 0 ? 1 : 0);
    }

    /** Of whole numbers, the largest; below zero where there is none, {@link Integer#MAX_VALUE} where all are. */
    int largest() {
        if (most == null || most.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0) {
            return Integer.MAX_VALUE;
        }
        if (most.signum() < 0) {
            return -1;
        }
        BigDecimal down = most.setScale(0, RoundingMode.FLOOR);
        return down.intValue() - (mostExcluded && down.compareTo(most) == 0 ? 1 : 0);
    }
}
