package io.tidings.messaging.backlog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A message's key, by its bytes. */
final class Key {

    private final byte[] bytes;
    private final int hash;

    private Key(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    static @Nullable Key of(byte @Nullable [] bytes) {
        return bytes == null ? null : new Key(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key that && hash == that.hash && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
