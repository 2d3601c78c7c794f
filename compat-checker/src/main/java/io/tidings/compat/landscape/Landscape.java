package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Services and what they share.
 *
 * @param services in the order of their documents
 * @param channels by address
 * @param links from who sends to who receives; replies after the request that asks for them
 */
public record Landscape(List<Service> services, List<SharedChannel> channels, List<Link> links) {

    public Landscape {
        services = List.copyOf(services);
        channels = List.copyOf(channels);
        links = List.copyOf(links);
    }

    /**
     * The landscape of valid documents, a service each. Of several versions of one service with the same major number only the
     * newest counts: they are told apart by {@code id}, or else by title.
     */
    public static Landscape of(List<AsyncApiDocument> documents) {
        return ofServices(Services.of(documents).services());
    }

    static Landscape ofServices(List<Service> services) {
        List<SharedChannel> channels = SharedChannels.of(services).stream()
                .sorted(Comparator.comparing(SharedChannel::address))
                .toList();
        List<Link> links = new ArrayList<>();
        for (SharedChannel channel : channels) {
            for (Link link : channel.links()) {
                links.add(link);
                link.back().ifPresent(links::add);
            }
        }
        return new Landscape(services, channels, links);
    }

    /** The part around some services: the channels that they use, and who else uses those. */
    Landscape around(Set<String> names) {
        List<SharedChannel> near = channels.stream()
                .filter(channel -> channel.uses().stream()
                        .anyMatch(use -> names.contains(use.service().name())))
                .toList();
        Set<String> there = near.stream()
                .flatMap(channel -> channel.uses().stream())
                .map(use -> use.service().name())
                .collect(Collectors.toCollection(HashSet::new));
        there.addAll(names);
        Set<String> addresses = near.stream().map(SharedChannel::address).collect(Collectors.toSet());
        return new Landscape(
                services.stream()
                        .filter(service -> there.contains(service.name()))
                        .toList(),
                near,
                links.stream()
                        .filter(link -> isNear(link, names, addresses, there))
                        .toList());
    }

    private static boolean isNear(Link link, Set<String> names, Set<String> addresses, Set<String> there) {
        String sender = link.sender().service().name();
        String receiver = link.receiver().service().name();
        return link.channel() == null
                ? names.contains(sender) || names.contains(receiver)
                : addresses.contains(link.channel()) && there.contains(sender) && there.contains(receiver);
    }

    /** The channel that one of a service's is. */
    Optional<SharedChannel> channelOf(Use use) {
        return channels.stream()
                .filter(channel -> channel.declares(use.service(), use.channel()))
                .findFirst();
    }
}
