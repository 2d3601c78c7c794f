package io.tidings.site.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What a document names as a URL, as a link where following it can do no harm. */
public final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private WebAddress() {}

    /** A link with this text; the text alone where the URL is of a kind that no page should lead to. */
    public static Html link(String url, String text) {
        return safe(url)
                ? Html.tag("a")
                        .attribute("href", url)
                        .attribute("rel", "noopener noreferrer")
                        .text(text)
                : Html.text(text);
    }

    static boolean safe(String url) {
        try {
            String scheme = new URI(url.strip()).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
