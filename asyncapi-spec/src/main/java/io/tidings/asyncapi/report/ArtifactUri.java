package io.tidings.asyncapi.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names a file in a report that others read elsewhere: relative to the folder in which tidings was started where the file
 * stands below it, with slashes whatever the platform.
 */
final class ArtifactUri {
    /** What has no place on the disk: baselines from git, a repository or a registry. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:git|maven|registry|https?):.*", Pattern.DOTALL);

    private static final String UNRESERVED = "-._~/";

    private ArtifactUri() {}

    /** Whether the name is one of a file on the disk. */
    static boolean isFile(String file) {
        return !ELSEWHERE.matcher(file).matches();
    }

    /** The path, relative if it can be, with slashes. */
    static String path(String file) {
        if (!isFile(file)) {
            return file;
        }
        try {
            Path here = Path.of("").toAbsolutePath();
            Path path = Path.of(file);
            Path absolute = path.toAbsolutePath().normalize();
            Path shown = absolute.startsWith(here) ? here.relativize(absolute) : path.normalize();
            return shown.toString().replace(path.getFileSystem().getSeparator(), "/");
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /** The path as a URI reference (RFC 3986). */
    static String uri(String file) {
        String path = path(file);
        if (!isFile(file)) {
            int scheme = path.indexOf(':') + 1;
            return path.substring(0, scheme) + encoded(path.substring(scheme));
        }
        boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
        return absolute ? "file://" + (path.startsWith("/") ? "" : "/") + encoded(path) : encoded(path);
    }

    /** Whether the URI is to be resolved against the folder in which tidings was started. */
    static boolean isRelative(String file) {
        return isFile(file) && !uri(file).startsWith("file:");
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
