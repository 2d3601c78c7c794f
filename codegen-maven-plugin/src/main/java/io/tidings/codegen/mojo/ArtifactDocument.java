package io.tidings.codegen.mojo;

import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A document in another project's artifact: {@code maven:groupId:artifactId[:version[:classifier[:type]]][!/path]}. With a path
 * it is a file inside of that project's jar; without one it is the artifact itself, as the goal {@code bundle} attaches it.
 *
 * @param version null where the project's dependencies say it
 * @param classifier empty for the main artifact
 * @param path with slashes, without a leading one; null for the artifact itself
 */
record ArtifactDocument(
        String text,
        String groupId,
        String artifactId,
        @Nullable String version,
        String classifier,
        String type,
        @Nullable String path) {

    private static final String SCHEME = "maven:";

    /** Whether a text names an artifact, well or badly. */
    static boolean isNamedBy(String text) {
        return text.startsWith(SCHEME);
    }

    static ArtifactDocument of(String text) throws MojoFailureException {
        int bang = text.indexOf('!');
        String path = bang < 0 ? null : text.substring(bang + 1);
        String[] parts =
                text.substring(SCHEME.length(), bang < 0 ? text.length() : bang).split(":", -1);
        if (parts.length < 2 || parts.length > 5 || parts[0].isBlank() || parts[1].isBlank()) {
            throw wrong(text);
        }
        if (path != null && (!path.startsWith("/") || path.length() == 1)) {
            throw wrong(text);
        }
        return new ArtifactDocument(
                text,
                parts[0],
                parts[1],
                parts.length > 2 && !parts[2].isEmpty() ? parts[2] : null,
                part(parts, 3, path == null ? "asyncapi" : ""),
                part(parts, 4, path == null ? "yaml" : "jar"),
                path == null ? null : path.substring(1));
    }

    private static String part(String[] parts, int index, String otherwise) {
        return parts.length > index && !parts[index].isEmpty() ? parts[index] : otherwise;
    }

    private static MojoFailureException wrong(String text) {
        return new MojoFailureException("'" + text + "' names no artifact: write"
                + " maven:groupId:artifactId[:version[:classifier[:type]]][!/path/in/jar]");
    }

    /** What people call the artifact. */
    String coordinates() {
        return groupId + ":" + artifactId;
    }
}
