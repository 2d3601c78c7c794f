package io.tidings.sync.download;

import java.nio.file.Path;

/**
 * Where schemas go, and how.
 *
 * @param folder made if it is not there
 * @param flat whether all files stand in the folder itself, and not in folders for their namespaces
 * @param raw whether files hold the registry's text as it is, and not indented
 * @param force whether files that say something else are written over
 */
public record DownloadSettings(Path folder, boolean flat, boolean raw, boolean force) {}
