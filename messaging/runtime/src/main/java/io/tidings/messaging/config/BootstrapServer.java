package io.tidings.messaging.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a broker may be found. */
public record BootstrapServer(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /** As Kafka reads them: an optional protocol, a host (an IPv6 address in brackets) and a port. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\s*(?:[A-Za-z_]+://)?(?:\\[(?<six>[0-9A-Fa-f:%.]+)]|(?<host>[^\\[\\]:/\\s]+)):(?<port>\\d{1,5})\\s*");

    /** Several, separated by commas; those that are no addresses are left out. */
    public static List<BootstrapServer> parseAll(String servers) {
        return Arrays.stream(servers.split(",", -1))
                .flatMap(server -> parse(server).stream())
                .toList();
    }

    static Optional<BootstrapServer> parse(String server) {
        Matcher address = ADDRESS.matcher(server);
        if (!address.matches() || Integer.parseInt(address.group("port")) > LAST_PORT) {
            return Optional.empty();
        }
        String host = address.group("six") == null ? address.group("host") : address.group("six");
        return Optional.of(new BootstrapServer(host, Integer.parseInt(address.group("port"))));
    }
}
