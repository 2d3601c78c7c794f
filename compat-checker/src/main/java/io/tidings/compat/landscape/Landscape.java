package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** The channel that one of a service's is. */
    Optional<SharedChannel> channelOf(Use use) {
        return channels.stream()
                .filter(channel -> channel.declares(use.service(), use.channel()))
                .findFirst();
    }
}
