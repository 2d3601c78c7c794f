package io.tidings.site.page;

import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.DeclaredView.Feed;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import io.tidings.asyncapi.model.ReplicaDeclaration.Index;
import io.tidings.asyncapi.model.ReplicaDeclaration.Join;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local copies of what other services own: what feeds each, what a row is, how it is asked. */
final class ReplicasSection {
    static final String ID = "replicas";

    private ReplicasSection() {}

    static Html of(Described page) {
        List<DeclaredView> views = DeclaredView.of(page.document());
        return Parts.section(
                ID, "Replicas", views.stream().map(view -> card(page, view)).toList());
    }

    /** Where a view is shown. Its first declaration is one object, however often views are asked for. */
    static String id(Described page, DeclaredView view) {
        return page.id("replica", view.name(), view.feeds().get(0).replica());
    }

    /** A link to where a view is shown, or its name where it is not. */
    static Html link(Described page, String name) {
        return DeclaredView.of(page.document()).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .<Html>map(view ->
                        Html.tag("a").attribute("href", "#" + id(page, view)).add(Parts.code(name)))
                .orElse(Parts.code(name));
    }

    private static Html card(Described page, DeclaredView view) {
        Element facts = Parts.facts();
        Parts.fact(facts, "Rows", rows(view));
        for (Feed feed : view.feeds()) {
            Parts.fact(
                    facts,
                    "Fed by",
                    Html.all(
                            page.link(feed.operation()),
                            Html.text(" of "),
                            page.link(feed.operation().channel())));
            Parts.fact(facts, "Version", version(feed.replica().versionField()));
            Parts.fact(facts, "Deletes", deletes(page, feed));
            if (feed.replica().folded()) {
                Parts.fact(facts, "Rows are made", "by a fold in Java");
            }
        }
        if (!view.indexes().isEmpty()) {
            Parts.fact(
                    facts,
                    "Found by",
                    Parts.commas(
                            view.indexes().stream().map(ReplicasSection::index).toList()));
        }
        for (Join join : view.joins()) {
            Parts.fact(facts, "Joined with", join(page, join));
        }
        Parts.fact(facts, "Store", store(view));
        Parts.fact(
                facts,
                "Out of touch with its owner",
                view.failAfter() == null ? "answers all the same" : "fails after " + view.failAfter());
        String id = id(page, view);
        return Parts.card(id).add(Parts.heading("h3", id, view.name()), facts);
    }

    private static Html rows(DeclaredView view) {
        if (view.row() != null) {
            return Html.text("a record of their own");
        }
        return view.fields().isEmpty()
                ? Html.text("all fields of the payload")
                : Parts.commas(view.fields().stream().map(Parts::code).toList());
    }

    private static Html version(@Nullable String field) {
        return field == null
                ? Html.text("the header of the message")
                : Html.all(Html.text("the field "), Parts.code(field));
    }

    private static Html deletes(Described page, Feed feed) {
        return switch (feed.replica().deletes()) {
            case TOMBSTONE -> Html.text("a message without a payload");
            case NONE -> Html.text("nothing is ever deleted");
            case MESSAGE -> {
                Optional<Message> ending = feed.deleteMessage();
                ReplicaDeclaration.DeleteMessage said = feed.replica().deleteMessage();
                yield ending.isEmpty() || said == null
                        ? Html.text("a message of their own")
                        : Html.all(page.link(ending.get()), Html.text(", ordered by "), version(said.versionField()));
            }
        };
    }

    private static Html index(Index index) {
        return index.fields().equals(List.of(index.name()))
                ? Parts.code(index.name())
                : Html.all(
                        Parts.code(index.name()),
                        Html.text(" ("),
                        Parts.commas(index.fields().stream().map(Parts::code).toList()),
                        Html.text(")"));
    }

    private static Html join(Described page, Join join) {
        Html other = link(page, join.view());
        Html on = join.field() == null
                ? Html.text(" of the same key")
                : Html.all(Html.text(" that the field "), Parts.code(join.field()), Html.text(" names"));
        return Html.all(other, on);
    }

    private static String store(DeclaredView view) {
        return switch (view.store()) {
            case SQL -> "a table that all instances share";
            case ROCKSDB -> "on disk (RocksDB), " + holds(view);
            case MEMORY -> "in memory, " + holds(view);
        };
    }

    private static String holds(DeclaredView view) {
        return view.whole() ? "all of it on each instance" : "shared out over the instances";
    }
}
