package io.tidings.codegen.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Kafka allows as the name of a topic: up to 249 letters, digits, dots, hyphens and underscores. */
final class TopicName {

    private static final int LONGEST = 249;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._-]");

    private TopicName() {}

    /** Why an address cannot be a topic, whatever its parameters are; empty if it can. */
    static Optional<String> problem(String address) {
        String written = PARAMETER.matcher(address).replaceAll("");
        Matcher illegal = ILLEGAL.matcher(written);
        if (illegal.find()) {
            return Optional.of("its address has " + shown(written.codePointAt(illegal.start()))
                    + ", and the name of a Kafka topic has letters, digits, '.', '_' and '-' only");
        }
        if (written.length() > LONGEST) {
            return Optional.of("its address has " + written.length() + " characters, and the name of a Kafka topic "
                    + LONGEST + " at most");
        }
        return address.equals(".") || address.equals("..")
                ? Optional.of("no Kafka topic can be called '" + address + "'")
                : Optional.empty();
    }

    private static String shown(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character)
                ? "U+%04X".formatted(character)
                : "'" + Character.toString(character) + "'";
    }
}
