package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.json.Formula.MultipleOf;
import io.tidings.compat.json.Formula.Values;
import io.tidings.compat.json.Typed.Whole;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a number: in a range, a multiple of some, not of others. */
final class NumberSearch {

    private static final int MOST_TRIED = 2_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Range range;
    private final List<BigDecimal> divisors = new ArrayList<>();
    private final List<BigDecimal> others = new ArrayList<>();
    private final List<Values> excluded = new ArrayList<>();
    private final Whole whole;

    NumberSearch(Holding holding, List<Atom> fails, Whole whole) {
        this.range = Range.of(Measure.NUMBER, holding, fails);
        this.whole = whole;
        holding.all(MultipleOf.class).forEach(multiple -> divisors.add(multiple.divisor()));
        if (whole == Whole.ONLY) {
            divisors.add(BigDecimal.ONE);
        } else if (whole == Whole.NEVER) {
            others.add(BigDecimal.ONE);
        }
        for (Atom atom : fails) {
            if (atom instanceof MultipleOf multiple) {
                others.add(multiple.divisor());
            } else if (atom instanceof Values values) {
                excluded.add(values);
            }
        }
    }

    Answer find() {
        if (whole == Whole.CONTRADICTION || range.empty()) {
            return Answer.none();
        }
        if (!tame(range.least()) || !tame(range.most()) || !others.stream().allMatch(Multiples::tame)) {
            return new Unknown("multipleOf", "");
        }
        if (divisors.isEmpty()) {
            return anywhere();
        }
        Optional<BigDecimal> step = Multiples.common(divisors);
        if (step.isEmpty()) {
            return new Unknown("multipleOf", "");
        }
        return others.stream().anyMatch(other -> Multiples.divides(other, step.get()) == Truth.TRUE)
                ? Answer.none()
                : onGrid(step.get());
    }

    private static boolean tame(@Nullable BigDecimal bound) {
        return bound == null || Multiples.tame(bound);
    }

    /** Every multiple from the smallest on; or, where there is none, from zero down. */
    private Answer onGrid(BigDecimal step) {
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        BigDecimal from = least != null ? least : most != null ? most : BigDecimal.ZERO;
        BigDecimal direction = least == null && most != null ? step.negate() : step;
        BigDecimal value = from.divide(step, 0, least != null ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(step);
        for (int i = 0; i < MOST_TRIED; i++) {
            if (good(value)) {
                return new Found(JsonValue.number(value));
            }
            value = value.add(direction);
            boolean over = direction.signum() > 0
                    ? most != null && value.compareTo(most) > 0
                    : least != null && value.compareTo(least) < 0;
            if (over) {
                return Answer.none();
            }
        }
        return new Unknown("multipleOf", "");
    }

    /** Between two reals there is always one more, unless the range is one point. */
    private Answer anywhere() {
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        if (least != null && most != null && least.compareTo(most) == 0) {
            return good(least) ? new Found(JsonValue.number(least)) : Answer.none();
        }
        BigDecimal from = least != null ? least : most != null ? most.subtract(TWO) : BigDecimal.ZERO;
        BigDecimal to = most != null ? most : from.add(TWO);
        for (BigDecimal value : candidates(from, to)) {
            if (good(value)) {
                return new Found(JsonValue.number(value));
            }
        }
        return new Unknown("multipleOf", "");
    }

    private List<BigDecimal> candidates(BigDecimal from, BigDecimal to) {
        List<BigDecimal> candidates = new ArrayList<>(List.of(BigDecimal.ZERO, HALF, BigDecimal.ONE, from, to));
        BigDecimal width = to.subtract(from);
        for (int digits = 1; digits <= 3; digits++) {
            for (int i = 1; i < 10; i++) {
                candidates.add(from.add(width.movePointLeft(digits).multiply(BigDecimal.valueOf(i))));
            }
        }
        // What no divisor's half or third is a multiple of.
        for (BigDecimal other : others) {
            BigDecimal near = from.add(width.divide(TWO))
                    .divide(other, 0, RoundingMode.FLOOR)
                    .multiply(other);
            BigDecimal fraction = other.min(width.movePointLeft(2));
            for (int i = 1; i < 10; i++) {
                BigDecimal part = fraction.movePointLeft(1).multiply(BigDecimal.valueOf(i));
                candidates.add(near.add(part));
                candidates.add(from.add(part));
            }
        }
        return candidates;
    }

    private boolean good(BigDecimal value) {
        BigDecimal plain = JsonValue.number(value);
        return range.contains(value)
                && divisors.stream().allMatch(divisor -> Multiples.divides(divisor, plain) == Truth.TRUE)
                && others.stream().allMatch(other -> Multiples.divides(other, plain) == Truth.FALSE)
                && excluded.stream().noneMatch(values -> values.values().contains(plain));
    }
}
