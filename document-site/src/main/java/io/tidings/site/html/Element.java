package io.tidings.site.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An element that is being filled; attributes and content in the order given. */
public final class Element implements Html {
    private static final Set<String> VOID = Set.of("meta", "input", "br", "hr", "link");

    /** A line of the page begins with these, so that people can read it and tools compare it. */
    private static final Set<String> ON_A_LINE = Set.of(
            "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "section", "article", "footer",
            "details", "div", "dl", "figure", "g", "h1", "h2", "h3", "h4", "h5", "li", "ol", "p", "rect", "table", "tr",
            "ul", "defs", "svg");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Html> content = new ArrayList<>();

    Element(String name) {
        this.name = name;
    }

    public Element attribute(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    public Element attribute(String attribute, int value) {
        return attribute(attribute, Integer.toString(value));
    }

    public Element id(String value) {
        return attribute("id", value);
    }

    /** Its class, for the style sheet. */
    public Element style(String value) {
        return attribute("class", value);
    }

    public Element add(Html... parts) {
        content.addAll(List.of(parts));
        return this;
    }

    public Element add(Stream<? extends Html> parts) {
        parts.forEach(content::add);
        return this;
    }

    public Element text(String text) {
        content.add(Html.text(text));
        return this;
    }

    /** Whether nothing was put in. */
    public boolean isEmpty() {
        return content.isEmpty();
    }

    @Override
    public void appendTo(StringBuilder out) {
        if (ON_A_LINE.contains(name) && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute);
            if (!value.isEmpty()) {
                out.append("=\"");
                Escape.text(value, out);
                out.append('"');
            }
        });
        out.append('>');
        if (!VOID.contains(name)) {
            content.forEach(part -> part.appendTo(out));
            out.append("</").append(name).append('>');
        }
    }
}
