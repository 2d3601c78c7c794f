package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Element;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of one scope, each given once; names that differ in case only count as one, since file systems and readers take them
 * for one. Who comes later in the document gets a number, and a diagnostic says so.
 */
final class NameScope {

    /**
     * So long a name may be. A file name has at most 255 bytes on most systems, and that of a class within another one holds both
     * names and what is appended to them.
     */
    static final int LONGEST = 100;

    private static final int DIGEST_BYTES = 4;

    private final Map<String, String> ownersByName = new HashMap<>();
    private final List<Diagnostic> diagnostics;

    NameScope(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Someone who wants a name.
     *
     * @param label what a user would call it, such as {@code operation 'placeOrder'}
     * @param written the name it has in the document
     */
    record Claimant(String label, String written, Element element) {

        static Claimant of(String kind, String written, Element element) {
            return new Claimant(kind + " '" + written + "'", written, element);
        }
    }

    /** Marks a name as taken. */
    void reserve(String name, String owner) {
        ownersByName.putIfAbsent(key(name), owner);
    }

    /** Gives the wanted name, or else the first free one with a number after it. */
    String claim(String wanted, Claimant claimant) {
        return claim(wanted, List.of(""), claimant);
    }

    /** Gives a stem to which every suffix can be appended. */
    String claim(String wanted, List<String> suffixes, Claimant claimant) {
        String fitting = fitting(wanted);
        String stem = give(fitting, suffixes, claimant);
        boolean asWanted = stem.equals(wanted);
        if (asWanted ? JavaWords.adapts(claimant.written()) : stem.equals(fitting)) {
            diagnostics.add(adapted(stem, claimant));
        }
        return stem;
    }

    /** Gives a name that follows from one which was claimed elsewhere: that it was adapted has been said of that one. */
    String follow(String wanted, List<String> suffixes, Claimant claimant) {
        return give(fitting(wanted), suffixes, claimant);
    }

    private String give(String wanted, List<String> suffixes, Claimant claimant) {
        String stem = wanted;
        String takenBy = takenBy(stem, suffixes);
        for (int number = 2; takenBy(stem, suffixes) != null; number++) {
            stem = wanted + (Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "") + number;
        }
        for (String suffix : suffixes) {
            ownersByName.put(key(stem + suffix), claimant.label());
        }
        if (takenBy != null) {
            diagnostics.add(collision(wanted, stem, takenBy, claimant));
        }
        return stem;
    }

    /** What is too long ends with a digest of all of it, which does not change when the document grows. */
    private static String fitting(String wanted) {
        return fitting(wanted, LONGEST);
    }

    /** The same with a bound of the caller's. */
    static String fitting(String wanted, int longest) {
        if (wanted.length() <= longest) {
            return wanted;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(wanted.getBytes(StandardCharsets.US_ASCII));
            String end = "_" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
            return wanted.substring(0, longest - end.length()) + end;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private @Nullable String takenBy(String stem, List<String> suffixes) {
        for (String suffix : suffixes) {
            String owner = ownersByName.get(key(stem + suffix));
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    private static Diagnostic collision(String wanted, String given, String takenBy, Claimant claimant) {
        return Diagnostic.warning(
                "codegen-name-taken",
                "In Java, " + claimant.label() + " is called '" + given + "', since '" + wanted + "' is taken by "
                        + takenBy,
                claimant.element().location(),
                claimant.element().pointer(),
                "Choose a name with 'x-tidings: {name: …}', so that it does not change when the document grows.");
    }

    private static Diagnostic adapted(String given, Claimant claimant) {
        return new Diagnostic(
                "codegen-name-adapted",
                Severity.INFO,
                "In Java, " + claimant.label() + " is called '" + given + "'",
                claimant.element().location(),
                claimant.element().pointer(),
                "Choose a name with 'x-tidings: {name: …}'.",
                new ArrayList<>());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
