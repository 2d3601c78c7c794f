package io.tidings.compat.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What a schema says of a value. Each keyword is one formula or, where it speaks of several properties or positions, one for
 * each: then what is refused can be told apart.
 */
public sealed interface Formula {

    /** What every value fits. */
    static Formula always() {
        return new Always();
    }

    /** What no value fits. */
    static Formula never() {
        return new Never();
    }

    record Always() implements Formula {}

    record Never() implements Formula {}

    /** Another schema holds of the same value, or of the part that the formula around it names. */
    record Refer(JsonSchema schema) implements Formula {}

    record All(List<Formula> parts) implements Formula {}

    record Any(List<Formula> parts) implements Formula {}

    /** Exactly one of them. */
    record One(List<Formula> parts) implements Formula {}

    record Not(Formula part) implements Formula {}

    /** A formula about one value or its parts. All but the first two, and what is opaque, let other types pass. */
    sealed interface Atom extends Formula {}

    record Types(Set<JsonType> types) implements Atom {}

    /** {@code enum} and {@code const}. */
    record Values(Set<Object> values) implements Atom {}

    /** What a bound measures. */
    enum Measure {
        NUMBER,
        LENGTH,
        ITEMS,
        PROPERTIES
    }

    /**
     * A bound from below.
     *
     * @param exclusive whether the limit itself is refused; only numbers have such limits
     */
    record AtLeast(Measure measure, BigDecimal limit, boolean exclusive) implements Atom {}

    /**
     * A bound from above.
     *
     * @param exclusive whether the limit itself is refused; only numbers have such limits
     */
    record AtMost(Measure measure, BigDecimal limit, boolean exclusive) implements Atom {}

    record MultipleOf(BigDecimal divisor) implements Atom {}

    record Matches(String pattern) implements Atom {}

    record Unique() implements Atom {}

    record ItemAt(int index, Formula schema) implements Atom {}

    /** All items from a position on. */
    record ItemsFrom(int index, Formula schema) implements Atom {}

    record Contains(Formula schema) implements Atom {}

    record Required(String name) implements Atom {}

    record Property(String name, Formula schema) implements Atom {}

    record PatternProperty(String pattern, Formula schema) implements Atom {}

    /** All properties but those named or matched. */
    record Additional(Set<String> names, Set<String> patterns, Formula schema) implements Atom {}

    record Names(Formula schema) implements Atom {}

    /**
     * A keyword that is not decided.
     *
     * @param token equal only where the two certainly say the same of the same value
     * @param detail what is written, its schemas apart
     * @param parts its schemas
     */
    record Opaque(String keyword, Object token, Object detail, List<Formula> parts) implements Atom {

        /** One that says the same wherever it stands. */
        static Opaque of(String keyword, Object value) {
            return new Opaque(keyword, value, value, List.of());
        }

        /** One that depends on what stands around it. */
        static Opaque within(String keyword, Object detail, List<Formula> parts) {
            return new Opaque(keyword, new Object(), detail, parts);
        }
    }
}
