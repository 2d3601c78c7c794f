package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Server;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Whether all speak with a broker in the same protocol. */
final class ServerProtocolRule implements LandscapeRule {

    private record Named(Service by, Server server) {}

    @Override
    public void check(Landscape landscape, Consumer<LandscapeFinding> found) {
        Map<String, Named> first = new HashMap<>();
        for (Service service : landscape.services()) {
            for (Server server : service.document().servers().values()) {
                for (String host : Broker.hosts(server)) {
                    Named known = first.putIfAbsent(host, new Named(service, server));
                    if (known != null
                            && !known.by().is(service)
                            && !known.server().protocol().equalsIgnoreCase(server.protocol())) {
                        found.accept(finding(host, known, new Named(service, server)));
                    }
                }
            }
        }
    }

    private static LandscapeFinding finding(String host, Named one, Named other) {
        return LandscapeFinding.of(
                        SystemRule.SYSTEM_SERVER_PROTOCOL,
                        Severity.WARNING,
                        other.by().name() + " speaks "
                                + other.server().protocol().toLowerCase(Locale.ROOT) + " with "
                                + host + ", " + one.by().name() + " "
                                + one.server().protocol().toLowerCase(Locale.ROOT))
                .at(
                        other.by(),
                        other.server().locationOf("protocol"),
                        other.by().name())
                .at(one.by(), one.server().locationOf("protocol"), one.by().name());
    }
}
