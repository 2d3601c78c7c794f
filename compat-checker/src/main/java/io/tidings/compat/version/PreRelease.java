package io.tidings.compat.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The identifiers after the hyphen of a version: {@code rc.2}. */
final class PreRelease {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private PreRelease() {}

    /** The first of the same name: {@code rc.1} for {@code rc.4}, {@code SNAPSHOT} for itself. */
    static List<String> first(List<String> identifiers) {
        return counts(identifiers) ? counted(identifiers, BigInteger.ONE) : identifiers;
    }

    /** The next of the same name: {@code rc.5} after {@code rc.4}, {@code alpha.1} after {@code alpha}. */
    static List<String> after(List<String> identifiers) {
        if (counts(identifiers)) {
            BigInteger number = new BigInteger(identifiers.get(identifiers.size() - 1));
            return counted(identifiers, number.add(BigInteger.ONE));
        }
        List<String> longer = new ArrayList<>(identifiers);
        longer.add("1");
        return longer;
    }

    private static boolean counts(List<String> identifiers) {
        return DIGITS.matcher(identifiers.get(identifiers.size() - 1)).matches();
    }

    private static List<String> counted(List<String> identifiers, BigInteger number) {
        List<String> counted = new ArrayList<>(identifiers.subList(0, identifiers.size() - 1));
        counted.add(number.toString());
        return counted;
    }
}
