package io.tidings.asyncapi.remote;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a URL yielded.
 *
 * @param url where it was found in the end, after redirects: what references in it are relative to
 * @param file where the cache keeps the content
 * @param json whether its name or its media type says that it is JSON
 */
public record RemoteContent(URI url, Path file, boolean json) {}
