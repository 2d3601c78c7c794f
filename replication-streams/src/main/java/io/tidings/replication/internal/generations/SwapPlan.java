package io.tidings.replication.internal.generations;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a view's generations. Each step is a manifest, to be written before anything is done. Pure. */
final class SwapPlan {

    private SwapPlan() {}

    /**
     * A process starts.
     *
     * @param found what the last one left
     * @param number of the wanted definition's generation that other instances have, if this one has none: the newest
     */
    static Manifest begun(Manifest found, String view, Shape wanted, int number, long now) {
        Generation current = found.current();
        if (current == null || !current.shape().lasting()) {
            return first(found, Generation.of(view, wanted, number), now);
        }
        Generation next = found.next();
        if (next != null && next.is(wanted)) {
            return found;
        }
        if (current.is(wanted)) {
            return found.building(null, 0, retire(found.retired(), next));
        }
        Generation fresh = Generation.of(view, wanted, number);
        return found.building(fresh, now, without(retire(found.retired(), next), fresh));
    }

    /** What is there is built again beside itself. Nothing changes while something is being built. */
    static Manifest rebuilding(Manifest manifest, String view, Shape wanted, long now) {
        if (manifest.next() != null) {
            return manifest;
        }
        Generation current = requireNonNull(manifest.current(), "a view that was started has a generation");
        Generation fresh = Generation.of(view, wanted, current.number() + 1);
        return manifest.building(fresh, now, without(manifest.retired(), fresh));
    }

    /** The next one takes the current one's place. It has read everything since it began. */
    static Manifest swapped(Manifest manifest) {
        Generation next = requireNonNull(manifest.next(), "there is nothing to swap");
        List<Generation> retired = retire(manifest.retired(), manifest.current());
        return new Manifest(
                next,
                null,
                0,
                without(retired, next),
                manifest.nextSince(),
                false,
                manifest.erased(),
                manifest.unfinished());
    }

    /** The view begins with nothing. */
    static Manifest reset(Manifest manifest, String view, Shape wanted, long now) {
        Generation current = requireNonNull(manifest.current(), "a view that was started has a generation");
        int highest = Math.max(
                current.number(), manifest.next() == null ? 0 : manifest.next().number());
        List<Generation> retired = retire(retire(manifest.retired(), current), manifest.next());
        Generation fresh = Generation.of(view, wanted, highest + 1);
        return new Manifest(
                fresh, null, 0, without(retired, fresh), now, false, manifest.erased(), manifest.unfinished());
    }

    /** What was to be begun could not be: what was before goes on, and nothing is to be left of the other. */
    static Manifest notStarted(Manifest before, Generation fresh) {
        return before.building(before.next(), before.nextSince(), retire(before.retired(), fresh));
    }

    /** What is used again after it was retired knows nothing of what was erased since. */
    static Manifest erasingWhatIsBack(Manifest before, Manifest after) {
        boolean back =
                before.retired().stream().anyMatch(one -> one.equals(after.current()) || one.equals(after.next()));
        return back ? after.erasingAgain() : after;
    }

    /** Nothing is left of one that was retired. */
    static Manifest removed(Manifest manifest, Generation gone) {
        return manifest.building(manifest.next(), manifest.nextSince(), without(manifest.retired(), gone));
    }

    private static Manifest first(Manifest found, Generation wanted, long now) {
        List<Generation> retired = retire(found.retired(), found.next());
        return new Manifest(wanted, null, 0, without(retired, wanted), now, false, found.erased(), found.unfinished());
    }

    private static List<Generation> retire(List<Generation> retired, @Nullable Generation more) {
        if (more == null) {
            return retired;
        }
        List<Generation> all = new ArrayList<>(without(retired, more));
        all.add(more);
        return all;
    }

    /** One of a name that is wanted again is not to be removed: whoever else still uses it is joined. */
    private static List<Generation> without(List<Generation> retired, Generation one) {
        return retired.stream()
                .filter(other -> !(other.name().equals(one.name())
                        && other.shape().driver().equals(one.shape().driver())))
                .toList();
    }
}
