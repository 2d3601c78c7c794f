package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.SunsetRules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a document to the sunsets that its earlier versions promised. Until the day that {@code x-tidings.sunset} names, of a
 * channel or else of the document, what the version offered is still offered, whatever the number of the next one: in the
 * head itself, or in a document that is served beside it. Immutable.
 */
final class Sunsets {

    /** A promise, and where it was made. */
    private record Sunset(LocalDate day, Location place) {}

    private final AsyncApiDocument head;
    private final List<AsyncApiDocument> beside;
    private final CheckOptions options;
    private final LocalDate today;

    Sunsets(AsyncApiDocument head, CheckOptions options) {
        this.head = head;
        this.beside = options.beside();
        this.options = options;
        this.today = options.today();
    }

    /** What a base promised, and is not kept. */
    List<Finding> broken(BaseDocument base) {
        List<Finding> findings = new ArrayList<>();
        Optional<Sunset> ofAll = sunset(base.document());
        Set<String> served = null;
        for (Channel channel : base.document().channels().values()) {
            Sunset promised = sunset(channel).or(() -> ofAll).orElse(null);
            if (promised == null || !today.isBefore(promised.day())) {
                continue;
            }
            served = served == null ? served(base) : served;
            if (!served.contains(channel.name())) {
                findings.add(Finding.ofGate(
                        SunsetRules.BROKEN,
                        false,
                        channel.name(),
                        base.shown().apply(promised.place()),
                        null,
                        "channel " + channel.name() + " of "
                                + base.document().info().version()
                                + " breaks before " + promised.day()
                                + ", until when it was promised: those who planned by that day are cut off"));
            }
        }
        return findings;
    }

    /** The channels of a base that the head, or what is beside it, still serves without a break. */
    private Set<String> served(BaseDocument base) {
        Set<String> served = new HashSet<>();
        List<AsyncApiDocument> all = new ArrayList<>(List.of(head));
        all.addAll(beside);
        for (AsyncApiDocument document : all) {
            Set<String> whole = new HashSet<>(base.document().channels().keySet());
            whole.removeAll(Served.brokenChannels(base, document, options));
            served.addAll(whole);
        }
        return served;
    }

    /** What the newest base promised, and is promised for less long now. */
    List<Finding> earlier(BaseDocument base) {
        List<Finding> findings = new ArrayList<>();
        moved(base, base.document(), head, null, findings);
        base.document().channels().forEach((name, channel) -> {
            Channel now = head.channels().get(name);
            if (now != null) {
                moved(base, channel, now, name, findings);
            }
        });
        return findings;
    }

    private void moved(BaseDocument base, Element was, Element is, @Nullable String channel, List<Finding> findings) {
        Sunset before = sunset(was).orElse(null);
        Sunset now = sunset(is).orElse(null);
        if (before != null && now != null && now.day().isBefore(before.day()) && today.isBefore(before.day())) {
            findings.add(Finding.ofGate(
                    SunsetRules.EARLIER,
                    true,
                    channel,
                    base.shown().apply(before.place()),
                    now.place(),
                    "the sunset moved from " + before.day() + " to " + now.day()
                            + ": those who planned by the former day lose time"));
        }
    }

    /** What the head promises, and nobody counts on any more. */
    List<Finding> passed() {
        List<Finding> findings = new ArrayList<>();
        sunset(head).ifPresent(sunset -> told(sunset, null, findings));
        head.channels().forEach((name, channel) -> sunset(channel).ifPresent(sunset -> told(sunset, name, findings)));
        return findings;
    }

    private void told(Sunset sunset, @Nullable String channel, List<Finding> findings) {
        RuleInfo rule = SunsetRules.PASSED;
        if (!today.isBefore(sunset.day())) {
            String what = channel == null ? "version " + head.info().version() : "channel " + channel;
            findings.add(Finding.ofGate(
                    rule, false, channel, null, sunset.place(), "the sunset of " + what + " was " + sunset.day()));
        }
    }

    /** What an element itself says; of a document, beside or within {@code info}. */
    private static Optional<Sunset> sunset(Element element) {
        Optional<Sunset> own = date(element);
        return element instanceof AsyncApiDocument document ? own.or(() -> date(document.info())) : own;
    }

    private static Optional<Sunset> date(Element element) {
        Node node = element.node()
                .object("x-tidings")
                .flatMap(said -> said.get("sunset"))
                .orElse(null);
        try {
            return node == null
                    ? Optional.empty()
                    : node.text().map(text -> new Sunset(LocalDate.parse(text), node.location()));
        } catch (DateTimeException e) {
            return Optional.empty(); // a rule of validation says so
        }
    }
}
