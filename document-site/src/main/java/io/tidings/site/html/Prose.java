package io.tidings.site.html;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions, which the specification lets be CommonMark. Markup in them is shown as text. Pictures become links: a page
 * fetches nothing.
 */
public final class Prose {
    /** The headings of a description stand below those of the page. */
    private static final int DEEPEST_HEADING = 6;

    private static final int HEADINGS_ABOVE = 3;

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(100).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Prose::attributes)
            .build();

    private Prose() {}

    /** A description, in a block of its own. */
    public static Html of(@Nullable String markdown) {
        if (markdown == null || markdown.isBlank()) {
            return Html.NONE;
        }
        Node document = PARSER.parse(Escape.visible(markdown));
        document.accept(new Tame());
        return Html.tag("div").style("prose").add(new Html.Made(RENDERER.render(document)));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noopener noreferrer");
        }
        if (tag.equals("pre") || tag.equals("table")) {
            // What scrolls must be reachable by keyboard.
            attributes.put("tabindex", "0");
        }
    }

    /** Takes out what does not belong on such a page. */
    private static final class Tame extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + HEADINGS_ABOVE, DEEPEST_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            Node shown = !inLink(image) && WebAddress.safe(image.getDestination())
                    ? new Link(image.getDestination(), image.getTitle())
                    : new org.commonmark.node.Emphasis();
            Node child = image.getFirstChild();
            if (child == null) {
                shown.appendChild(new Text(image.getDestination()));
            }
            while (child != null) {
                Node next = child.getNext();
                shown.appendChild(child);
                child = next;
            }
            image.insertBefore(shown);
            image.unlink();
        }

        private static boolean inLink(Node node) {
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof Link) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (link.getDestination().startsWith("#") || WebAddress.safe(link.getDestination())) {
                return;
            }
            // Relative to a page that is not there; its text is kept.
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }
    }
}
