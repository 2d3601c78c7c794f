package io.tidings.site.page;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.UpgradeOrder;
import io.tidings.compat.rule.Bump;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed since earlier versions, and what it means to others. */
final class ChangesSection {
    static final String ID = "changes";

    private static final List<Bump> LOUDEST_FIRST = List.of(Bump.MAJOR, Bump.MINOR, Bump.PATCH, Bump.NONE);

    private static final Map<UpgradeOrder.Order, String> ORDERS = Map.of(
            UpgradeOrder.Order.CONSUMERS_FIRST, "consumers first",
            UpgradeOrder.Order.PRODUCERS_FIRST, "producers first",
            UpgradeOrder.Order.ANY, "in any order");

    private ChangesSection() {}

    /** What it came to, in the head of the page. */
    static Html badge(@Nullable CheckReport report) {
        if (report == null) {
            return Html.NONE;
        }
        String what = report.required() == Bump.NONE ? "no" : report.required().label();
        return Html.tag("a")
                .attribute("href", "#" + ID)
                .style("badge bump " + report.required().label())
                .text(what + " changes since " + versions(report));
    }

    static Html of(Described page, @Nullable CheckReport report) {
        if (report == null) {
            return Html.NONE;
        }
        List<Html> content = new ArrayList<>();
        content.add(Html.tag("p").style("verdict").text(report.conclusion()));
        for (Bump bump : LOUDEST_FIRST) {
            alike(report, bump).forEach(findings -> content.add(card(page, findings)));
        }
        if (!report.upgradeOrder().isEmpty()) {
            content.add(Html.tag("h3").text("Who is upgraded first"));
            Element facts = Parts.facts();
            report.upgradeOrder()
                    .forEach(order -> Parts.fact(facts, order.channel(), String.valueOf(ORDERS.get(order.order()))));
            content.add(facts);
        }
        return Parts.section(ID, "Changes since " + versions(report), content);
    }

    private static String versions(CheckReport report) {
        return report.bases().stream()
                .map(CheckReport.Base::version)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A change of a message that travels in several channels is found in each, and is one to those who read of it. */
    private static Collection<List<Finding>> alike(CheckReport report, Bump bump) {
        return report.findings().stream()
                .filter(finding -> finding.impact().wire() == bump)
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.rule(), finding.reason(), finding.hint(), finding.path()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Html card(Described page, List<Finding> alike) {
        Finding finding = alike.get(0);
        Bump bump = finding.impact().wire();
        String word = bump == Bump.NONE ? (finding.warning() ? "warning" : "note") : bump.name();
        String id = page.id("change", finding.rule(), finding);
        Element heading = Html.tag("h3")
                .add(Parts.badge("bump " + bump.label(), word))
                .text(" " + capital(finding.reason()))
                .add(Parts.self(id, "this change"));
        Element facts = Parts.facts();
        Html where = Html.all(alike.stream().map(each -> Html.tag("div").add(where(page, each))));
        Parts.fact(facts, "Where", where);
        Parts.fact(facts, "Way out", finding.hint());
        Parts.fact(facts, "Rule", Parts.code(finding.rule()));
        return Parts.card(id).style("card change " + bump.label()).add(heading, facts);
    }

    private static Html where(Described page, Finding finding) {
        List<Html> where = new ArrayList<>();
        Channel channel = page.document().channels().get(Objects.requireNonNullElse(finding.channel(), ""));
        if (finding.channel() != null) {
            where.add(channel == null ? Parts.code(finding.channel()) : page.link(channel));
        }
        if (finding.operation() != null) {
            Operation operation = page.document().operations().get(finding.operation());
            where.add(operation == null ? Parts.code(finding.operation()) : page.link(operation));
        }
        if (finding.message() != null) {
            Message message = channel == null ? null : channel.messages().get(finding.message());
            where.add(message == null ? Parts.code(finding.message()) : page.link(message));
        }
        if (!finding.path().isEmpty()) {
            where.add(Parts.code(finding.path()));
        }
        return where.isEmpty() ? Html.text("the document as a whole") : Parts.commas(where);
    }

    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
