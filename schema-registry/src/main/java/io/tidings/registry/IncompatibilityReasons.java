package io.tidings.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a schema is incompatible, as sentences, out of the text in which registries wrap them. */
final class IncompatibilityReasons {

    /** {@code {errorType:'X', description:'Y', additionalInfo:'Z'}}, where Y holds quotes too. */
    private static final Pattern DETAIL =
            Pattern.compile("\\{errorType:'(.*?)', description:'(.*?)'(?:, additionalInfo:'(.*?)')?}", Pattern.DOTALL);

    private IncompatibilityReasons() {}

    /** The sentences, or the whole text if it holds none that we know. */
    static List<String> in(String text) {
        List<String> reasons = new ArrayList<>();
        Matcher detail = DETAIL.matcher(text);
        while (detail.find()) {
            reasons.add(detail.group(2) + " (" + detail.group(1) + ")");
        }
        return reasons.isEmpty() ? List.of(text) : reasons;
    }
}
