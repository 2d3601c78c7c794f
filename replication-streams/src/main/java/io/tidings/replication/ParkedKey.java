package io.tidings.replication;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key whose newest event could not be understood. The view goes on answering with the last good value, if there was one,
 * until a newer event heals the key.
 *
 * @param key its bytes as they travel, read-only, since the key itself may be what cannot be read
 * @param version the owner's version that was not understood, if it could be read
 * @param offset where the event stands, in the partition of its key
 * @param since when it was parked
 * @param reason for people
 */
public record ParkedKey(ByteBuffer key, @Nullable Long version, long offset, Instant since, String reason) {}
