package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What services disagree about.
 *
 * @param channel its address; null where no channel is concerned, or its address is known at run time only
 * @param message the name of the message concerned; null where none is
 * @param path within the payload, such as {@code $.lines[].price}; empty elsewhere
 * @param reason one sentence without a full stop, both sides in it
 * @param spots where it stands, in the document of each service concerned; the first has to act, or else stands first
 */
public record LandscapeFinding(
        SystemRule rule,
        Severity severity,
        @Nullable String channel,
        @Nullable String message,
        String path,
        String reason,
        List<Spot> spots) {

    /** The worst first; then by place. The order in which every report prints. */
    public static final Comparator<LandscapeFinding> ORDER = Comparator.comparing(LandscapeFinding::severity)
            .thenComparing(LandscapeFinding::place)
            .thenComparing(LandscapeFinding::rule)
            .thenComparing(LandscapeFinding::path)
            .thenComparing(LandscapeFinding::reason);

    /**
     * A place in the document of a service.
     *
     * @param remark what is to be seen there
     */
    public record Spot(String service, Location location, String remark) {}

    public LandscapeFinding {
        spots = List.copyOf(spots);
    }

    static LandscapeFinding of(SystemRule rule, Severity severity, String reason) {
        return new LandscapeFinding(rule, severity, null, null, "", reason, List.of());
    }

    /** About what one service sends another. */
    static LandscapeFinding of(SystemRule rule, Severity severity, Link link, String reason) {
        return new LandscapeFinding(rule, severity, link.channel(), null, "", reason, List.of());
    }

    LandscapeFinding on(@Nullable String address) {
        return new LandscapeFinding(rule, severity, address, message, path, reason, spots);
    }

    LandscapeFinding about(@Nullable String name, String where) {
        return new LandscapeFinding(rule, severity, channel, name, where, reason, spots);
    }

    LandscapeFinding at(Service service, Location place, String remark) {
        List<Spot> more = new ArrayList<>(spots);
        more.add(new Spot(service.name(), service.at(place), remark));
        return new LandscapeFinding(rule, severity, channel, message, path, reason, more);
    }

    /** The same, weighing otherwise. */
    LandscapeFinding weighing(Severity other) {
        return new LandscapeFinding(rule, other, channel, message, path, reason, spots);
    }

    /** The same, seen from a service: its own places come first. */
    LandscapeFinding seenFrom(Service service) {
        List<Spot> sorted = spots.stream()
                .sorted(Comparator.comparing(spot -> !spot.service().equals(service.name())))
                .toList();
        return new LandscapeFinding(rule, severity, channel, message, path, reason, sorted);
    }

    /** The first place. */
    public Location place() {
        return spots.isEmpty() ? Location.startOf("") : spots.get(0).location();
    }
}
