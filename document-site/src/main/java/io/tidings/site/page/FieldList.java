package io.tidings.site.page;

import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import io.tidings.site.schema.Shape;
import io.tidings.site.schema.Shape.Fact;
import io.tidings.site.schema.Shape.Part;
import io.tidings.site.schema.Shape.Row;
import java.util.List;

/**
 * The fields of a schema: a list in which those of nested objects unfold. Each has an id, so that people can point each
 * other at it.
 */
final class FieldList {
    private final Described page;
    private final String owner;

    /** @param owner the id of the schema, which those of its fields begin with */
    FieldList(Described page, String owner) {
        this.page = page;
        this.owner = owner;
    }

    /** A whole schema: what is said of its type, and its fields. */
    Html whole(Shape shape) {
        Element type =
                Html.tag("p").style("whole").add(Html.tag("span").style("type").text(shape.type()));
        return Html.tag("div")
                .style("schema")
                .add(type, Prose.of(shape.description()), facts(shape.facts()), inner(shape, true));
    }

    private Html inner(Shape shape, boolean open) {
        return Html.all(rows(shape.rows()), parts(shape.parts(), open));
    }

    private Html rows(List<Row> rows) {
        return rows.isEmpty()
                ? Html.NONE
                : Html.tag("ul").style("fields").add(rows.stream().map(this::row));
    }

    private Html row(Row row) {
        String id = page.id(owner, row.path(), row);
        Shape shape = row.shape();
        Element name = Html.tag("div")
                .style("name")
                .add(Html.tag("a")
                        .attribute("href", "#" + id)
                        .add(Html.tag("code").text(row.name())));
        if (row.required()) {
            name.add(Html.text(" "), Parts.badge("required", "required"));
        }
        if (row.deprecated()) {
            name.add(Html.text(" "), Parts.badge("deprecated", "deprecated"));
        }
        Element about = Html.tag("div").style("about").add(Prose.of(shape.description()), facts(shape.facts()));
        String same = shape.sameAs();
        if (same != null) {
            about.add(sameAs(same));
        }
        Element field = Html.tag("li")
                .style("field")
                .id(id)
                .attribute("data-name", row.name())
                .add(name, Html.tag("div").style("type").text(shape.type()));
        if (!about.isEmpty()) {
            field.add(about);
        }
        return shape.hasInner() ? field.add(unfolding(shape)) : field;
    }

    private Html unfolding(Shape shape) {
        String what = shape.rows().isEmpty()
                ? Parts.count(shape.parts().size(), "alternative")
                : Parts.count(shape.rows().size(), "field");
        return Parts.unfolding(Html.text(what)).add(inner(shape, false));
    }

    private static Html sameAs(String path) {
        String where = path.isEmpty() ? "the whole" : path;
        return Html.tag("p")
                .style("more")
                .text("Its fields are those of ")
                .add(Parts.code(where))
                .text(", above.");
    }

    private Html parts(List<Part> parts, boolean open) {
        return Html.all(parts.stream().map(part -> part(part, open)));
    }

    private Html part(Part part, boolean open) {
        Shape shape = part.shape();
        Html about = Html.all(Prose.of(shape.description()), facts(shape.facts()), inner(shape, false));
        Element details = Parts.unfolding(Html.text(part.title())).style("part").add(about);
        return open ? details.attribute("open", "") : details;
    }

    private static Html facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return Html.NONE;
        }
        return Html.tag("ul").style("notes").add(facts.stream().map(FieldList::fact));
    }

    private static Html fact(Fact fact) {
        Element item = Html.tag("li").text(fact.values().isEmpty() ? fact.name() : fact.name() + " ");
        return item.add(
                Html.all(Parts.commas(fact.values().stream().map(Parts::code).toList())));
    }
}
