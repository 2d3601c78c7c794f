package io.tidings.site.page;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.TextFormat;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with its parts told apart by colour. */
final class JsonText {
    private static final Pattern PART = Pattern.compile(
            "(?<name>\"(?:[^\"\\\\]|\\\\.)*+\")(?=:)|(?<text>\"(?:[^\"\\\\]|\\\\.)*+\")|(?<other>[-0-9.eE+]+|true|false|null)");

    private JsonText() {}

    static Html of(Node node) {
        String text = TextFormat.JSON.write(node).strip();
        Element code = Html.tag("code");
        Matcher matcher = PART.matcher(text);
        int at = 0;
        while (matcher.find()) {
            code.text(text.substring(at, matcher.start())).add(part(matcher));
            at = matcher.end();
        }
        // What scrolls must be reachable by keyboard.
        return Html.tag("pre").attribute("tabindex", "0").add(code.text(text.substring(at)));
    }

    private static Html part(Matcher matcher) {
        String kind = matcher.group("name") != null ? "n" : matcher.group("text") != null ? "s" : "v";
        return Html.tag("span").style(kind).text(matcher.group());
    }
}
