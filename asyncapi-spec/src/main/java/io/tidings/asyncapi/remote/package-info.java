/**
 * Content behind URLs: only where the caller allowed it, once, and from then on from a cache on disk. Start at {@link
 * io.tidings.asyncapi.remote.RemoteAccess}. Several threads and processes may share a cache folder.
 */
@NullMarked
package io.tidings.asyncapi.remote;

import org.jspecify.annotations.NullMarked;
