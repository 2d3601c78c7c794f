/**
 * Brings schemas from a registry into a source tree. Start at {@link io.tidings.sync.download.Download}. Results are
 * immutable; a download is for one thread.
 */
@NullMarked
package io.tidings.sync.download;

import org.jspecify.annotations.NullMarked;
