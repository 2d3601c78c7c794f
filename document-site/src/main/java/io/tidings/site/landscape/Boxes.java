package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.SharedChannel;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.compat.landscape.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes boxes of channels. */
final class Boxes {

    private record Sides(Set<String> senders, Set<String> receivers, boolean answered) {}

    private final SystemReport report;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, String> replies = new TreeMap<>();
    private final Map<String, Severity> worst = new HashMap<>();

    private Boxes(SystemReport report) {
        this.report = report;
        report.landscape().services().forEach(service -> order.put(service.name(), order.size()));
        for (SharedChannel channel : report.landscape().channels()) {
            for (Use use : channel.senders()) {
                var reply = use.direct() ? use.operation().reply() : null;
                var answers = reply == null ? null : reply.channel();
                String topic = answers == null ? null : answers.topic();
                if (topic != null) {
                    replies.putIfAbsent(channel.address(), topic);
                }
            }
        }
        for (LandscapeFinding finding : report.findings()) {
            if (finding.channel() != null) {
                worst.merge(
                        finding.channel(), finding.severity(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    static List<Box> of(SystemReport report) {
        return new Boxes(report).boxes();
    }

    private List<Box> boxes() {
        Map<Sides, List<SharedChannel>> bySides = new LinkedHashMap<>();
        for (SharedChannel channel : report.landscape().channels()) {
            boolean used = channel.uses().stream().anyMatch(Use::direct);
            boolean told = replies.containsValue(channel.address());
            if (!channel.uses().isEmpty() && (used || !told)) {
                bySides.computeIfAbsent(sides(channel), sides -> new ArrayList<>())
                        .add(channel);
            }
        }
        List<Box> boxes = new ArrayList<>();
        bySides.forEach((sides, channels) -> boxes.add(box(sides, channels)));
        return boxes;
    }

    private Sides sides(SharedChannel channel) {
        boolean answered = replies.containsKey(channel.address());
        return new Sides(names(channel.senders()), names(channel.receivers()), answered);
    }

    private Set<String> names(List<Use> uses) {
        Set<String> names = new TreeSet<>(
                (one, other) -> Integer.compare(order.getOrDefault(one, 0), order.getOrDefault(other, 0)));
        uses.forEach(use -> names.add(use.service().name()));
        return new LinkedHashSet<>(names);
    }

    private Box box(Sides sides, List<SharedChannel> channels) {
        List<Box.Line> lines = new ArrayList<>();
        @Nullable Severity most = null;
        for (SharedChannel channel : channels) {
            String reply = replies.get(channel.address());
            lines.add(new Box.Line(channel.address(), reply, messages(channel)));
            most = worse(worse(most, worst.get(channel.address())), reply == null ? null : worst.get(reply));
        }
        return new Box(lines, sides.senders(), sides.receivers(), sides.answered(), most);
    }

    static List<String> messages(SharedChannel channel) {
        Set<String> names = new LinkedHashSet<>();
        channel.senders().forEach(use -> use.messages().forEach(message -> names.add(message.name())));
        if (names.isEmpty()) {
            channel.receivers().forEach(use -> use.messages().forEach(message -> names.add(message.name())));
        }
        return List.copyOf(names);
    }

    private static @Nullable Severity worse(@Nullable Severity one, @Nullable Severity other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
