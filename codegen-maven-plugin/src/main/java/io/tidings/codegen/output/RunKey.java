package io.tidings.codegen.output;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which run it was.
 *
 * @param goal one execution of a plugin may run several
 * @param execution of the goal, as the project names it
 * @param packageName for which it generates: one execution may do it for several
 */
public record RunKey(String goal, String execution, String packageName) {

    /** A file's name on every platform. */
    String fileName() {
        return encoded(execution) + "@" + encoded(packageName) + ".run";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
