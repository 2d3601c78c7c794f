/**
 * Not API: where a full copy keeps its bytes, on disk or on the heap. Start at {@link
 * io.tidings.replication.internal.copy.store.ByteStore}.
 *
 * <p>Knows neither rows nor Kafka. One thread writes a store, any number read it, and a store may be closed while it is read.
 */
@NullMarked
package io.tidings.replication.internal.copy.store;

import org.jspecify.annotations.NullMarked;
