package io.tidings.compat.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/** Exact arithmetic with multiples. What would need numbers of more digits than anyone writes is not decided. */
final class Multiples {

    private static final int MOST_DIGITS = 300;

    private Multiples() {}

    static Truth divides(BigDecimal divisor, BigDecimal number) {
        return tame(divisor) && tame(number)
                ? Truth.of(number.remainder(divisor).signum() == 0)
                : Truth.UNKNOWN;
    }

    static boolean tame(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** The smallest number that all of them divide; empty where they are not tame. */
    static Optional<BigDecimal> common(Collection<BigDecimal> divisors) {
        int scale = 0;
        for (BigDecimal divisor : divisors) {
            if (!tame(divisor)) {
                return Optional.empty();
            }
            scale = Math.max(scale, divisor.scale());
        }
        BigInteger common = BigInteger.ONE;
        boolean first = true;
        for (BigDecimal divisor : divisors) {
            BigInteger whole = divisor.setScale(scale).unscaledValue();
            common = first ? whole : common.divide(common.gcd(whole)).multiply(whole);
            first = false;
            if (common.bitLength() > 4 * MOST_DIGITS) {
                return Optional.empty();
            }
        }
        return Optional.of(new BigDecimal(common, scale));
    }
}
