package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service in one of its versions, and one that talks to it. */
final class Pair {
    private final Service owner;
    private final Service consumer;
    private final Landscape landscape;
    private final List<LandscapeFinding> findings;

    Pair(Service owner, Service consumer) {
        this.owner = owner;
        this.consumer = consumer;
        this.landscape = Landscape.ofServices(List.of(owner, consumer));
        this.findings = SystemRules.judgePair(landscape);
    }

    Service owner() {
        return owner;
    }

    Service consumer() {
        return consumer;
    }

    List<LandscapeFinding> findings() {
        return findings;
    }

    List<Link> links() {
        return landscape.links();
    }

    /** Whether the two have to do with each other at all. */
    boolean related() {
        return !landscape.links().isEmpty();
    }

    /** The channels of the owner that meet one of the consumer's. */
    Optional<SharedChannel> channel(Service of, Channel channel) {
        return landscape.channels().stream()
                .filter(shared -> shared.declares(of, channel))
                .findFirst();
    }

    /** What a channel of the owner's is called in findings; empty where the owner has none of that key. */
    Set<String> addresses(@Nullable String key) {
        Channel channel = key == null ? null : owner.document().channels().get(key);
        return channel == null
                ? Set.of()
                : channel(owner, channel).map(SharedChannel::address).stream().collect(Collectors.toSet());
    }

    /** How the consumer has a channel of the owner's; empty where it does not. */
    Optional<Declaration> consumers(SharedChannel shared) {
        return shared.declarations().stream()
                .filter(declared -> declared.service().is(consumer))
                .findFirst();
    }
}
