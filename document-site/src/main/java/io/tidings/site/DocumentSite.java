package io.tidings.site;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Compatibility;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.site.html.Anchors;
import io.tidings.site.page.DocumentPage;
import io.tidings.site.page.IndexPage;
import io.tidings.site.page.Listed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A site of one or several documents. One document is one page, {@code index.html}. Of several, each has a page called after
 * its title, and the index shows how they meet: who sends where another receives.
 *
 * <pre>{@code
 * AsyncApiDocument document = AsyncApi.read(file).document().orElseThrow();
 * new SiteFolder(Path.of("target/tidings-docs")).write(DocumentSite.of(List.of(document), List.of()).pages());
 * }</pre>
 */
public final class DocumentSite {
    static final String INDEX = "index.html";

    private final List<Listed> site;

    private DocumentSite(List<Listed> site) {
        this.site = List.copyOf(site);
    }

    /**
     * A site that tells what changed, too.
     *
     * @param documents valid ones, in the order to be listed
     * @param bases earlier versions; each is one of the document with the same {@code id}, or else with the same title. One
     *     document alone is the later version of all of them
     * @throws StrayBaseException where a base is an earlier version of none of the documents
     */
    public static DocumentSite of(List<AsyncApiDocument> documents, List<BaseDocument> bases) {
        IdentityHashMap<AsyncApiDocument, List<BaseDocument>> earlier = new IdentityHashMap<>();
        bases.forEach(base -> earlier.computeIfAbsent(laterOf(base, documents), key -> new ArrayList<>())
                .add(base));
        List<Listed> site = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of("index"));
        for (AsyncApiDocument document : documents) {
            String page = documents.size() == 1 ? INDEX : name(document, taken);
            site.add(new Listed(document, page, changes(document, earlier.getOrDefault(document, List.of()))));
        }
        return new DocumentSite(site);
    }

    private static @Nullable CheckReport changes(AsyncApiDocument document, List<BaseDocument> earlier) {
        return earlier.isEmpty() ? null : Compatibility.checkDocuments(earlier, document, CheckOptions.DEFAULT);
    }

    private static AsyncApiDocument laterOf(BaseDocument base, List<AsyncApiDocument> documents) {
        if (documents.size() == 1) {
            return documents.get(0);
        }
        String id = base.document().id();
        String title = base.document().info().title();
        return documents.stream()
                .filter(document -> id != null && id.equals(document.id()))
                .findFirst()
                .or(() -> documents.stream()
                        .filter(document -> document.info().title().equals(title))
                        .findFirst())
                .orElseThrow(() -> new StrayBaseException(base.source(), title));
    }

    /** All files, the index first. */
    public List<SitePage> pages() {
        List<SitePage> pages = new ArrayList<>();
        String index = site.size() == 1 ? null : INDEX;
        if (index != null) {
            pages.add(new SitePage(index, IndexPage.of(site)));
        }
        site.forEach(listed -> pages.add(new SitePage(listed.page(), DocumentPage.of(listed, site, index))));
        return List.copyOf(pages);
    }

    private static String name(AsyncApiDocument document, Set<String> taken) {
        String wanted = Anchors.slug(document.info().title()).toLowerCase(Locale.ROOT);
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name + ".html";
    }
}
