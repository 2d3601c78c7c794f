package io.tidings.site.page;

import io.tidings.compat.CheckReport;
import io.tidings.site.html.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document, from the overview to the last field. */
public final class DocumentPage {
    private DocumentPage() {}

    /**
     * The page.
     *
     * @param site all documents, this one among them
     * @param index the file name of the page that lists them; null where there is none
     */
    public static String of(Listed listed, List<Listed> site, @Nullable String index) {
        Described page = new Described(listed.document());
        Neighbours neighbours = new Neighbours(site, listed.page());
        CheckReport changes = listed.changes();
        Html main = Html.all(
                OverviewSection.of(page, ChangesSection.badge(changes)),
                FlowSection.of(page, neighbours),
                ChangesSection.of(page, changes),
                ServersSection.of(page),
                OperationsSection.of(page, neighbours),
                ChannelsSection.of(page),
                MessagesSection.of(page),
                ReplicasSection.of(page));
        Html home = index == null
                ? Html.tag("p").style("home").text(page.title())
                : Html.tag("p")
                        .style("home")
                        .add(Html.tag("a").attribute("href", index).text("All applications"));
        String title = page.title() + " " + listed.document().info().version();
        return PageFrame.of(title, home, Contents.of(page, changes != null), main);
    }
}
