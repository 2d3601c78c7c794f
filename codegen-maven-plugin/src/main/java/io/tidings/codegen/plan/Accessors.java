package io.tidings.codegen.plan;

/**
 * How the fields of records are reached, in the terms of Avro's own plugin.
 *
 * @param publicFields whether the Java fields are public
 * @param setters whether there are setters
 * @param optionalGetters whether there is a {@code getOptional…} beside each getter
 * @param gettersReturnOptional whether getters give an {@link java.util.Optional}
 * @param nullableOnly whether only those of fields that may be null do
 */
public record Accessors(
        boolean publicFields,
        boolean setters,
        boolean optionalGetters,
        boolean gettersReturnOptional,
        boolean nullableOnly) {

    /** Private fields with plain getters and setters. */
    public static final Accessors DEFAULT = new Accessors(false, true, false, false, false);

    /** Whether codecs cannot do with getters and setters, and so the Java fields are there for the package. */
    public boolean bypassed() {
        return !setters || gettersReturnOptional;
    }

    /** Whether the getter of such a field gives an {@link java.util.Optional}. */
    public boolean returnsOptional(boolean nullable) {
        return gettersReturnOptional && (nullable || !nullableOnly);
    }
}
