package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which brokers a channel is on, as far as its document says.
 *
 * @param protocol the protocol without its encryption; empty where no server is named
 * @param hosts what its servers are called, in the order of the alphabet; empty where no server is named
 */
record Broker(String protocol, Set<String> hosts) {

    private static final Map<String, String> ENCRYPTED = Map.of(
            "kafka-secure",
            "kafka",
            "amqps",
            "amqp",
            "mqtts",
            "mqtt",
            "secure-mqtt",
            "mqtt",
            "wss",
            "ws",
            "https",
            "http",
            "stomps",
            "stomp");

    Broker {
        hosts = Collections.unmodifiableSet(new TreeSet<>(hosts));
    }

    static Broker of(AsyncApiDocument document, Channel channel) {
        Collection<Server> servers = servers(document, channel);
        Set<String> hosts = new TreeSet<>();
        servers.forEach(server -> hosts.addAll(hosts(server)));
        return new Broker(servers.stream().findFirst().map(Broker::family).orElse(""), hosts);
    }

    /** The servers that a channel names, or else all of the document. */
    static Collection<Server> servers(AsyncApiDocument document, Channel channel) {
        List<Node> named = channel.node().array("servers").map(ArrayNode::items).orElse(List.of());
        if (named.isEmpty()) {
            return document.servers().values();
        }
        return named.stream()
                .map(Broker::name)
                .flatMap(Optional::stream)
                .map(document.servers()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<String> name(Node server) {
        return server instanceof ObjectNode object
                ? object.string("$ref").map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                : server.text();
    }

    /** Several where a list of bootstrap servers is written. */
    static List<String> hosts(Server server) {
        return Arrays.stream(server.host().split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    static String family(Server server) {
        String protocol = server.protocol().toLowerCase(Locale.ROOT);
        return ENCRYPTED.getOrDefault(protocol, protocol);
    }

    boolean unknown() {
        return hosts.isEmpty();
    }

    /** Whether both may speak the same protocol. */
    boolean speaksWith(Broker other) {
        return protocol.isEmpty() || other.protocol.isEmpty() || protocol.equals(other.protocol);
    }

    boolean sharesHostWith(Broker other) {
        return speaksWith(other) && hosts.stream().anyMatch(other.hosts::contains);
    }

    Broker and(Broker other) {
        Set<String> all = new TreeSet<>(hosts);
        all.addAll(other.hosts);
        return new Broker(protocol.isEmpty() ? other.protocol : protocol, all);
    }
}
