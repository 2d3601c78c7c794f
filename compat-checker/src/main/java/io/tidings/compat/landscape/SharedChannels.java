package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which channels of several documents are one: by address, and by the brokers they name. */
final class SharedChannels {

    /** A channel of one document, and what its service does with it. */
    private record Entry(Declaration declaration, Address address, Broker broker, List<Use> uses) {
        boolean sends() {
            return uses.stream().anyMatch(Use::sends);
        }

        boolean receives() {
            return uses.stream().anyMatch(use -> !use.sends());
        }
    }

    /** Entries on brokers that hang together. */
    private record Cluster(Broker broker, List<Entry> entries) {
        /** Whether messages can come in and go out. */
        boolean complete() {
            return entries.stream().anyMatch(Entry::sends) && entries.stream().anyMatch(Entry::receives);
        }

        Cluster and(Cluster other) {
            List<Entry> all = new ArrayList<>(entries);
            all.addAll(other.entries);
            return new Cluster(broker.and(other.broker), all);
        }
    }

    private SharedChannels() {}

    static List<SharedChannel> of(List<Service> services) {
        Map<String, List<Entry>> byShape = new LinkedHashMap<>();
        for (Service service : services) {
            List<Use> uses = service.uses();
            for (Channel channel : service.document().channels().values()) {
                Address address = Address.of(channel);
                if (address != null) {
                    List<Use> ofIt = uses.stream()
                            .filter(use -> use.channel().name().equals(channel.name()))
                            .toList();
                    byShape.computeIfAbsent(address.shape(), shape -> new ArrayList<>())
                            .add(new Entry(
                                    new Declaration(service, channel),
                                    address,
                                    Broker.of(service.document(), channel),
                                    ofIt));
                }
            }
        }
        takeInWhatFits(byShape);
        List<SharedChannel> channels = new ArrayList<>();
        byShape.values().forEach(entries -> channels.addAll(channels(entries)));
        return channels;
    }

    /** An address without parameters belongs to the one with parameters that it fits. */
    private static void takeInWhatFits(Map<String, List<Entry>> byShape) {
        List<Entry> templates = byShape.values().stream()
                .map(entries -> entries.get(0))
                .filter(entry -> entry.address().hasParameters())
                .toList();
        for (String shape : List.copyOf(byShape.keySet())) {
            Entry first = byShape.getOrDefault(shape, List.of()).get(0);
            if (!first.address().hasParameters()) {
                templates.stream()
                        .map(template -> template.address().shape())
                        .filter(template -> byShape.getOrDefault(template, List.of()).stream()
                                .anyMatch(entry -> entry.address().meets(first.address())))
                        .findFirst()
                        .ifPresent(template -> {
                            List<Entry> taken = byShape.remove(shape);
                            if (taken != null) {
                                byShape.getOrDefault(template, List.of()).addAll(taken);
                            }
                        });
            }
        }
    }

    private static List<SharedChannel> channels(List<Entry> entries) {
        List<Cluster> clusters = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.broker().unknown()) {
                join(clusters, new Cluster(entry.broker(), List.of(entry)));
            }
        }
        List<Cluster> whole = withStrangers(clusters, entries);
        return together(whole);
    }

    private static void join(List<Cluster> clusters, Cluster added) {
        Cluster joined = added;
        for (Cluster cluster : List.copyOf(clusters)) {
            if (cluster.broker().sharesHostWith(joined.broker())) {
                clusters.remove(cluster);
                joined = cluster.and(joined);
            }
        }
        clusters.add(joined);
    }

    /** Who names no broker may be on any. */
    private static List<Cluster> withStrangers(List<Cluster> clusters, List<Entry> entries) {
        List<Entry> strangers =
                entries.stream().filter(entry -> entry.broker().unknown()).toList();
        if (strangers.isEmpty()) {
            return clusters;
        }
        if (clusters.isEmpty()) {
            return List.of(new Cluster(strangers.get(0).broker(), strangers));
        }
        return clusters.stream()
                .map(cluster -> cluster.and(new Cluster(cluster.broker(), strangers)))
                .toList();
    }

    /**
     * Brokers where nobody sends, or nobody receives, are taken for other names of one broker: a document says {@code
     * localhost}, another one the name of a machine.
     */
    private static List<SharedChannel> together(List<Cluster> clusters) {
        List<SharedChannel> channels = new ArrayList<>();
        List<Cluster> halves = new ArrayList<>();
        for (Cluster cluster : clusters) {
            if (cluster.complete()) {
                channels.add(channel(cluster, false));
            } else {
                halves.add(cluster);
            }
        }
        while (!halves.isEmpty()) {
            Cluster whole = halves.remove(0);
            boolean apart = false;
            for (Cluster half : List.copyOf(halves)) {
                if (half.broker().speaksWith(whole.broker())) {
                    halves.remove(half);
                    whole = whole.and(half);
                    apart = true;
                }
            }
            channels.add(channel(whole, apart));
        }
        return channels;
    }

    private static SharedChannel channel(Cluster cluster, boolean apart) {
        @Nullable String template = null;
        List<Declaration> declarations = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        for (Entry entry : cluster.entries()) {
            template = template == null && entry.address().hasParameters()
                    ? entry.address().text()
                    : template;
            declarations.add(entry.declaration());
            uses.addAll(entry.uses());
        }
        String address = template == null ? cluster.entries().get(0).address().text() : template;
        return new SharedChannel(
                address, cluster.broker().protocol(), cluster.broker().hosts(), declarations, uses, apart);
    }
}
