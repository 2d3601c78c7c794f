package io.tidings.compat.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in which {@code *} stands for any characters, also for none. All else means itself: paths have brackets and dots. */
record Glob(Pattern pattern) {

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
            regex.append(Pattern.quote(text.substring(from, star))).append(".*");
            from = star + 1;
        }
        return new Glob(Pattern.compile(
                regex.append(Pattern.quote(text.substring(from))).toString(), Pattern.DOTALL));
    }

    boolean matches(@Nullable String text) {
        return pattern.matcher(text == null ? "" : text).matches();
    }
}
