package io.tidings.sync.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects, and which of their versions: {@code orders-value}, {@code orders-*}, {@code orders-value@3}.
 *
 * @param subject a name, or a pattern in which {@code *} stands for any text and {@code ?} for one character
 * @param version counted from 1; null for the newest
 */
public record Selection(String subject, @Nullable Integer version) {
    private static final Pattern WITH_VERSION = Pattern.compile("(.*)@(latest|[0-9]{1,9})", Pattern.DOTALL);

    /**
     * Reads it as users write it. What stands behind the last {@code @} is a version only if it looks like one.
     *
     * @throws IllegalArgumentException if there is no subject, or the version is 0
     */
    public static Selection of(String written) {
        Matcher versioned = WITH_VERSION.matcher(written);
        boolean found = versioned.matches();
        String subject = found ? versioned.group(1) : written;
        Integer version = found && !versioned.group(2).equals("latest") ? Integer.valueOf(versioned.group(2)) : null;
        if (subject.isBlank()) {
            throw new IllegalArgumentException("'" + written + "' names no subject");
        }
        if (version != null && version == 0) {
            throw new IllegalArgumentException("'" + written + "': versions count from 1");
        }
        return new Selection(subject, version);
    }

    boolean isPattern() {
        return mark() < subject.length();
    }

    /** What all subjects that match begin with. */
    String prefix() {
        return subject.substring(0, mark());
    }

    boolean matches(String name) {
        StringBuilder regex = new StringBuilder();
        subject.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    private int mark() {
        int at = 0;
        while (at < subject.length() && "*?".indexOf(subject.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    @Override
    public String toString() {
        return version == null ? subject : subject + "@" + version;
    }
}
