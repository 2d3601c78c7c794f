package io.tidings.asyncapi.remote;

import io.tidings.asyncapi.remote.RemoteAccess.Network;
import io.tidings.asyncapi.remote.RemoteFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content behind URLs, from the cache or the network, as {@link RemoteAccess} allows. For one thread. */
public final class RemoteFiles {
    private final RemoteAccess access;
    private @Nullable RemoteFetch network;

    public RemoteFiles(RemoteAccess access) {
        this.access = access;
    }

    /**
     * Finds what a URL names.
     *
     * @param url absolute, without fragment; a user and password in it are sent, and kept nowhere
     */
    public RemoteContent find(URI url) throws RemoteFailure {
        Path folder = access.cache().orElse(null);
        if (folder == null || access.allowed().isEmpty()) {
            throw new RemoteFailure(
                    Kind.NOT_ASKED,
                    "is not fetched, its content is unchecked",
                    "a build reads local files only: keep a copy beside the document, or allow this URL");
        }
        if (!access.allows(url)) {
            throw new RemoteFailure(
                    Kind.NOT_ASKED,
                    "is not among the URLs that may be read, its content is unchecked",
                    "allow it, or keep a copy beside the document");
        }
        RemoteCache cache = new RemoteCache(folder);
        try {
            if (access.network() != Network.REFRESH) {
                Optional<RemoteContent> kept = cache.find(url).filter(content -> access.allows(content.url()));
                if (kept.isPresent()) {
                    return kept.get();
                }
            }
            if (access.network() == Network.OFFLINE) {
                throw new RemoteFailure(
                        Kind.NOT_ASKED,
                        "is not in the cache, and the network is not asked: its content is unchecked",
                        "read it once while online");
            }
            if (network == null) {
                network = new RemoteFetch(access);
            }
            return cache.keep(url, network.fetch(url));
        } catch (IOException e) {
            throw new RemoteFailure(
                    Kind.RETRYABLE,
                    "cannot be kept in the cache: " + e.getClass().getSimpleName(),
                    "check that the cache folder can be written to");
        }
    }
}
