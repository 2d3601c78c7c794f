package io.tidings.messaging.owner;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key on which owner and replica do not agree.
 *
 * <p>What is on its way is no drift. Compare what the owner had first with what the replica has later, when it has come to
 * where the channel ended after the owner was asked: what is {@link Kind#MISSING} or {@link Kind#OLDER} then was lost. A key
 * that is {@link Kind#NEWER} or {@link Kind#UNKNOWN} may have been changed or made after the owner was asked: ask the owner
 * about it again.
 *
 * @param key as it travels, read-only
 * @param owner the version that the owner has; null if it has no such entity
 * @param replica the version that the replica has; null if it has no such entity
 */
public record Drift(
        Kind kind,
        ByteBuffer key,
        @Nullable Long owner,
        @Nullable Long replica) {

    /** How a replica differs from its owner. */
    public enum Kind {
        /** The owner has it, the replica has not. */
        MISSING,
        /** The replica's version is older than the owner's. */
        OLDER,
        /** The replica's version is newer than the owner's. */
        NEWER,
        /** The replica has it, the owner has not. */
        UNKNOWN
    }

    /**
     * Compares keys and versions, of one bucket or of all.
     *
     * @return what differs, in the order of the owner's keys and then of the replica's
     */
    public static List<Drift> between(Map<ByteBuffer, Long> owner, Map<ByteBuffer, Long> replica) {
        List<Drift> drifts = new ArrayList<>();
        owner.forEach((key, version) -> {
            Long here = replica.get(key);
            if (here == null) {
                drifts.add(of(Kind.MISSING, key, version, null));
            } else if (here < version) {
                drifts.add(of(Kind.OLDER, key, version, here));
            } else if (here > version) {
                drifts.add(of(Kind.NEWER, key, version, here));
            }
        });
        replica.forEach((key, version) -> {
            if (!owner.containsKey(key)) {
                drifts.add(of(Kind.UNKNOWN, key, null, requireNonNull(version)));
            }
        });
        return drifts;
    }

    private static Drift of(Kind kind, ByteBuffer key, @Nullable Long owner, @Nullable Long replica) {
        return new Drift(kind, key.asReadOnlyBuffer(), owner, replica);
    }
}
