package io.tidings.compat.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many versions of one document, the oldest first. Which of them count is decided by what they call themselves. */
final class Series {

    /** What became of one. */
    private record Found(Optional<EarlierVersion> version, Optional<BaselineException> failure) {}

    private Series() {}

    /**
     * Those whose heading says which version they are stay unread until their turn comes; the others are read now. Released
     * versions cannot be mended: one that is no valid document by today's rules is left out, and a note says so; but the newest
     * must be valid, or else nothing would be said of the last change.
     *
     * @throws BaselineException where the newest is not valid
     */
    static Earlier of(List<UnreadVersion> oldestFirst) {
        List<Found> all = oldestFirst.parallelStream().map(Series::known).toList();
        List<EarlierVersion> versions = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Found found = all.get(i);
            if (found.failure().isPresent()) {
                if (i == all.size() - 1) {
                    throw found.failure().get();
                }
                notes.add("left out: " + found.failure().get().getMessage());
            }
            found.version().ifPresent(versions::add);
        }
        return Earlier.of(versions, Earlier.Kind.SERIES, notes, List.of());
    }

    private static Found known(UnreadVersion unread) {
        if (unread.version().isPresent()) {
            return new Found(Optional.of(unread), Optional.empty());
        }
        try {
            // Not kept: a document is in memory while it is judged, and no longer.
            Optional<String> version = unread.read().version();
            return new Found(
                    Optional.of(new UnreadVersion(unread.source(), version, unread.released(), unread.reader())),
                    Optional.empty());
        } catch (BaselineException e) {
            if (e.result().isEmpty()) {
                throw e; // it was not even read
            }
            return new Found(Optional.empty(), Optional.of(e));
        }
    }
}
