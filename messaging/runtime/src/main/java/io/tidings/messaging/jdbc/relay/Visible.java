package io.tidings.messaging.jdbc.relay;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions a snapshot sees, of PostgreSQL's textual form {@code xmin:xmax:xip,…}. The log names transactions by the
 * low 32 bits of their ids, which wrap around: they are compared as PostgreSQL does, by the sign of their difference.
 *
 * @param first all before it are over
 * @param next none from it on has begun
 * @param running those between that were not over
 */
record Visible(int first, int next, Set<Integer> running) {

    static Visible in(String snapshot) {
        String[] parts = snapshot.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a snapshot: " + snapshot);
        }
        Set<Integer> running = Arrays.stream(parts[2].split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(Visible::low)
                .collect(Collectors.toSet());
        return new Visible(low(parts[0]), low(parts[1]), running);
    }

    /** Whether the snapshot sees a transaction that has committed. */
    boolean sees(long transaction) {
        int id = (int) transaction;
        return id - first < 0 || (id - next < 0 && !running.contains(id));
    }

    /** Whether all transactions before that one are over, and seen if they have committed. */
    boolean seesAllBefore(long transaction) {
        return first - (int) transaction >= 0;
    }

    private static int low(String id) {
        return (int) Long.parseLong(id);
    }
}
