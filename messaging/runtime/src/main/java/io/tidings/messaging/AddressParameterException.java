package io.tidings.messaging;

/**
 * A value that cannot stand in a channel's address: with it, the address would be no Kafka topic, or would be read back as that of
 * other values. The caller's mistake, so that to try again does not help.
 */
public final class AddressParameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String value;

    /**
     * A mistake.
     *
     * @param parameter as it stands between the braces of the address
     * @param value what it was to be
     */
    public AddressParameterException(String parameter, String value, String why) {
        super("Parameter '" + parameter + "' cannot be '" + value + "': " + why);
        this.parameter = parameter;
        this.value = value;
    }

    /** As it stands between the braces of the address. */
    public String parameter() {
        return parameter;
    }

    /** What it was to be. */
    public String value() {
        return value;
    }
}
