package io.tidings.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of what others say, before it becomes a message. */
final class Redaction {

    /** To hide every "me" would leave no message readable, and would show where the password is. */
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    Redaction(Collection<Secret> secrets) {
        // The longer first: one may be a part of the other.
        this.secrets = secrets.stream()
                .map(Secret::value)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "[hidden]");
        }
        return clean;
    }
}
