package io.tidings.site.html;

import java.util.List;
import java.util.stream.Stream;

/** A piece of a page. */
public sealed interface Html permits Element, Html.Text, Html.Made, Html.All {

    /** Nothing. */
    Html NONE = new All(List.of());

    /** Writes it at the end of a page. */
    void appendTo(StringBuilder out);

    /** An element to be filled. */
    static Element tag(String name) {
        return new Element(name);
    }

    /** A text, whatever it holds. */
    static Html text(String text) {
        return new Text(text);
    }

    /** Pieces one after another. */
    static Html all(Stream<? extends Html> parts) {
        return new All(parts.map(Html.class::cast).toList());
    }

    /** Pieces one after another. */
    static Html all(Html... parts) {
        return new All(List.of(parts));
    }

    /** A text, escaped when it is written. */
    record Text(String text) implements Html {
        @Override
        public void appendTo(StringBuilder out) {
            Escape.text(text, out);
        }
    }

    /** Markup that something made which escapes by itself; only this package makes it. */
    final class Made implements Html {
        private final String markup;

        Made(String markup) {
            this.markup = markup;
        }

        @Override
        public void appendTo(StringBuilder out) {
            out.append(markup);
        }
    }

    /** Several. */
    record All(List<Html> parts) implements Html {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public void appendTo(StringBuilder out) {
            parts.forEach(part -> part.appendTo(out));
        }
    }
}
