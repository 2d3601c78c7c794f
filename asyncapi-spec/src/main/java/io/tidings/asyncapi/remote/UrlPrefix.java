package io.tidings.asyncapi.remote;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a URL lies under another: same scheme, host and port, and a path that begins with its segments. */
final class UrlPrefix {
    private UrlPrefix() {}

    static boolean usable(URI prefix) {
        return isHttp(prefix)
                && prefix.getRawUserInfo() == null
                && prefix.getRawQuery() == null
                && prefix.getRawFragment() == null
                && !climbs(prefix);
    }

    static boolean isHttp(URI url) {
        String scheme = lower(url.getScheme());
        return (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
    }

    static boolean covers(URI prefix, URI url) {
        return isHttp(url)
                && lower(prefix.getScheme()).equals(lower(url.getScheme()))
                && lower(prefix.getHost()).equals(lower(url.getHost()))
                && port(prefix) == port(url)
                && !climbs(url)
                && under(path(prefix), path(url));
    }

    private static boolean under(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** Dots that a server may take for "one level up", however they are written: normalized URLs have none. */
    private static boolean climbs(URI url) {
        String decoded = path(url)
                .toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "/");
        return Arrays.asList(decoded.split("/", -1)).contains("..");
    }

    private static String path(URI url) {
        String path = url.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return lower(url.getScheme()).equals("https") ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
