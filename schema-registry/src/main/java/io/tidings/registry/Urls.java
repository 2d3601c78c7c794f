package io.tidings.registry;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base URLs, and how they are shown. */
final class Urls {

    private static final Pattern USER_INFO = Pattern.compile("(?<=//).*@");

    private Urls() {}

    /** A base URL without the slash at its end; null if that cannot be one. */
    static @Nullable URI http(String address) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without credentials, so that no message and no file name shows them. */
    static URI withoutUserInfo(URI uri) {
        return uri.getRawUserInfo() == null
                ? uri
                : URI.create(shown(uri.toString()).replace("[hidden]@", ""));
    }

    /**
     * Why an address is none.
     *
     * @param setting what it stands in: a comma in a password makes pieces of it that look like no credentials
     */
    static String wrong(String address, String setting) {
        String expected = "must hold http or https URLs, or mock://scope";
        if (setting.indexOf('@') >= 0) {
            return expected
                    + "; one is none, not shown since credentials stand there. Percent-encode in them what is no letter"
                    + " and no digit, or set them apart ('" + RegistrySettings.BASIC_AUTH_USER_INFO + "')";
        }
        String hint = address.matches("https?://[^/:]*_.*") ? "; an underscore is no part of a host name" : "";
        return expected + ", not '" + address + "'" + hint;
    }

    /** Text that may be a URL, for messages. */
    static String shown(String address) {
        return USER_INFO.matcher(address).replaceAll("[hidden]@");
    }

    static boolean sameHost(URI one, URI other) {
        boolean same = String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost());
        // From http to https is the way up that registries behind a gateway ask for.
        boolean up = "http".equalsIgnoreCase(one.getScheme()) && "https".equalsIgnoreCase(other.getScheme());
        boolean alike = String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme());
        return same && (up || (alike && port(one) == port(other)));
    }

    private static int port(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }
}
