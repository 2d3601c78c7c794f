package io.tidings.compat.baseline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in released artifacts: {@code maven:groupId:artifactId:version[:classifier[:type]][!/path]}. With a path it is a
 * file in a jar; without one it is the artifact itself, as the goal {@code bundle} attaches it.
 *
 * @param version a version, or a range such as {@code [1,2)}; {@code RELEASE} is all there are
 * @param classifier empty for the main artifact
 * @param path with slashes, without a leading one; null for the artifact itself
 */
public record ArtifactName(
        String text,
        String groupId,
        String artifactId,
        String version,
        String classifier,
        String type,
        @Nullable String path) {

    private static final String SCHEME = "maven:";

    /**
     * Reads what stands behind {@code maven:}.
     *
     * @throws BaselineException where the text names no artifact
     */
    public static ArtifactName parse(String text) {
        int bang = text.indexOf('!');
        String path = bang < 0 ? null : text.substring(bang + 1);
        String[] parts =
                text.substring(SCHEME.length(), bang < 0 ? text.length() : bang).split(":", -1);
        boolean pathWrong = path != null && (!path.startsWith("/") || path.length() == 1);
        if (parts.length < 3
                || parts.length > 5
                || pathWrong
                || List.of(parts).subList(0, 3).contains("")) {
            throw new BaselineException("the base " + text
                    + " is not maven:GROUP:ARTIFACT:VERSION[:CLASSIFIER[:TYPE]][!/PATH], such as"
                    + " maven:org.shop:orders-api:[1,2)");
        }
        return new ArtifactName(
                text,
                parts[0],
                parts[1],
                parts[2],
                part(parts, 3, path == null ? "asyncapi" : ""),
                part(parts, 4, path == null ? "yaml" : "jar"),
                path == null ? null : path.substring(1));
    }

    private static String part(String[] parts, int index, String otherwise) {
        return parts.length > index && !parts[index].isEmpty() ? parts[index] : otherwise;
    }

    /** Whether it stands for all released versions of a range. */
    public boolean several() {
        return version.equals("RELEASE") || version.matches("[\\[(].*");
    }

    /** The range as Maven writes it. */
    public String range() {
        return version.equals("RELEASE") ? "[0,)" : version;
    }

    /** One of its versions. */
    ArtifactName at(String one) {
        return new ArtifactName(text, groupId, artifactId, one, classifier, type, path);
    }

    /** The jar of the same project. */
    ArtifactName jar() {
        return new ArtifactName(text, groupId, artifactId, version, "", "jar", path);
    }

    /** Whether nobody said which artifact of the project it is. */
    boolean standard() {
        return path == null && classifier.equals("asyncapi") && type.equals("yaml");
    }

    /** What reports call it. */
    String shown() {
        return SCHEME + groupId + ":" + artifactId + ":" + version + (path == null ? "" : "!/" + path);
    }
}
