package io.tidings.asyncapi.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which URLs may be read, and how. A build must give the same answer tomorrow, so what was fetched once is kept, and asked
 * for again only on demand.
 *
 * @param allowed URLs under which others may be read, such as {@code https://schemas.example.com/avro/}; a path counts by
 *     whole segments. Redirects have to stay within them as well
 * @param cache the folder for what was fetched; created when first needed; empty where {@code allowed} is
 * @param network when to ask the network
 * @param deadline for one URL, redirects and content included
 * @param maxBytes the size of what one URL yields
 */
public record RemoteAccess(List<URI> allowed, Optional<Path> cache, Network network, Duration deadline, int maxBytes) {

    /** When the network is asked. */
    public enum Network {
        /** For what the cache does not hold. */
        WHEN_MISSING,
        /** Always; what the cache holds is replaced. */
        REFRESH,
        /** Never: what the cache does not hold stays unchecked. */
        OFFLINE
    }

    /** No URL is read, and no connection opened. */
    public static final RemoteAccess NONE =
            new RemoteAccess(List.of(), Optional.empty(), Network.OFFLINE, Duration.ofSeconds(10), 8 * 1024 * 1024);

    public RemoteAccess {
        allowed = List.copyOf(allowed);
        for (URI prefix : allowed) {
            if (!UrlPrefix.usable(prefix)) {
                throw new IllegalArgumentException("'" + Credentials.masked(prefix.toString())
                        + "' cannot be allowed: an http(s) URL without user, query and fragment is expected");
            }
        }
        if (!allowed.isEmpty() && cache.isEmpty()) {
            throw new IllegalArgumentException("what is fetched needs a cache folder");
        }
        if (deadline.isNegative() || deadline.isZero() || maxBytes <= 0) {
            throw new IllegalArgumentException("the deadline and the size limit are positive");
        }
    }

    /**
     * Reads what lies under these URLs, asking the network for what the cache does not hold, within 10 seconds and up to 8 MiB
     * each.
     *
     * @throws IllegalArgumentException where one is no http(s) URL, or carries a user, a query or a fragment
     */
    public static RemoteAccess allowing(Path cache, String... urls) {
        List<URI> prefixes = java.util.Arrays.stream(urls).map(URI::create).toList();
        return new RemoteAccess(prefixes, Optional.of(cache), Network.WHEN_MISSING, NONE.deadline(), NONE.maxBytes());
    }

    /** The same, asking the network at other times. */
    public RemoteAccess network(Network when) {
        return new RemoteAccess(allowed, cache, when, deadline, maxBytes);
    }

    /** The same with other limits for each URL. */
    public RemoteAccess limits(Duration time, int bytes) {
        return new RemoteAccess(allowed, cache, network, time, bytes);
    }

    boolean allows(URI url) {
        return allowed.stream().anyMatch(prefix -> UrlPrefix.covers(prefix, url));
    }
}
