package io.tidings.replication.internal.generations;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.owner.Drift;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the generations of a view: the current one answers, the next one is built beside it, is compared with it when it has
 * caught up, and takes its place; what is left of the old one is removed. Each step is recorded before it is done. Safe for use
 * by several threads: one of them does what is to be done, the others ask.
 */
public final class ViewGenerations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewGenerations.class);
    private static final Duration RECORDED_EVERY = Duration.ofSeconds(30);
    private static final Duration REMOVED_EVERY = Duration.ofSeconds(10);
    private static final Duration COMPARED_EVERY = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int SHOWN_DIFFERENCES = 100;
    private static final long NEVER = 0;

    private final String view;
    private final Shape wanted;
    private final ManifestStore store;
    private final GenerationDrivers drivers;
    private final Asked asked;
    private final Erased erased;
    private final Clock clock;
    private final Runnable pause;
    private Manifest manifest = Manifest.NONE;
    private volatile @Nullable ViewDriver current;
    private volatile @Nullable ViewDriver next;
    private volatile boolean sweeping;
    private volatile boolean erasing;
    private volatile GenerationStatus status;
    private boolean swapsWhateverDiffers;
    private final Map<Generation, Long> retiredAt = new HashMap<>();
    private final Duration keepRetired;
    private long removedAt = NEVER;
    private long comparedAt = NEVER;
    private List<Drift> differences = List.of();

    ViewGenerations(
            String view,
            Shape wanted,
            ManifestStore store,
            GenerationDrivers drivers,
            Erased erased,
            Duration keepRetired,
            Clock clock,
            Runnable pause) {
        this.view = view;
        this.wanted = wanted;
        this.store = store;
        this.drivers = drivers;
        this.asked = new Asked(view, drivers);
        this.erased = erased;
        this.keepRetired = keepRetired;
        this.clock = clock;
        this.pause = pause;
        this.status = GenerationStatus.of(manifest, differences);
    }

    /**
     * Starts what the last process has left, or the first generation.
     *
     * @param erased is told what was erased, before anything is started
     * @param keepRetired how long what instances share stays after a generation was retired here, if nobody uses it: an instance
     *     that restarts is still to find it
     * @throws RuntimeException what the drivers throw; then nothing runs
     */
    public static ViewGenerations start(
            String view,
            Shape wanted,
            ManifestStore store,
            GenerationDrivers drivers,
            Erased erased,
            Duration keepRetired,
            Clock clock) {
        Runnable pause = () -> LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        ViewGenerations generations =
                new ViewGenerations(view, wanted, store, drivers, erased, keepRetired, clock, pause);
        generations.begin();
        return generations;
    }

    synchronized void begin() {
        Manifest found = store.read();
        erased.set(found.erased());
        int number = found.current() == null || !found.current().is(wanted) ? asked.newestNumber() : 0;
        manifest = SwapPlan.begun(found, view, wanted, number, clock.millis());
        manifest = SwapPlan.erasingWhatIsBack(found, manifest);
        if (found.current() != null && asked.awayTooLong(manifest.caughtUpAt(), clock.millis())) {
            manifest = manifest.sweeping(true);
        }
        if (!manifest.equals(found)) {
            store.write(manifest);
        }
        Generation answers = requireNonNull(manifest.current(), "a view that was begun has a generation");
        try {
            if (answers.is(wanted)) {
                current = drivers.start(answers);
            } else {
                current = drivers.carryOn(answers).orElse(null);
                LOG.info(
                        "View '{}' is built anew as {}; {}",
                        view,
                        requireNonNull(manifest.next()).name(),
                        current == null ? "nothing answers until then" : answers.name() + " answers until then");
            }
            Generation built = manifest.next();
            if (built != null) {
                next = drivers.start(built);
            }
        } catch (RuntimeException e) {
            closeDrivers();
            throw e;
        }
        sweeping = manifest.sweepDue() && current != null;
        erasing = !manifest.unfinished().isEmpty();
        tell();
    }

    /** The driver to be asked now; not ready while deletes may be missed, or what was erased may still be there. */
    public ViewDriver answering() {
        // Who takes over is current before it is no longer next.
        ViewDriver later = next;
        ViewDriver now = current;
        if (now == null) {
            return new HeldDriver(requireNonNull(later, "a generation that does not answer has one that will"));
        }
        return sweeping || erasing ? new HeldDriver(now) : now;
    }

    /** All drivers that run. */
    public synchronized List<ViewDriver> running() {
        return Stream.of(Optional.ofNullable(current), Optional.ofNullable(next))
                .flatMap(Optional::stream)
                .toList();
    }

    public GenerationStatus status() {
        return status;
    }

    /** Builds the view again beside itself. Does nothing if something is being built. */
    public synchronized void rebuild() {
        if (manifest.next() == null) {
            Manifest before = manifest;
            record(SwapPlan.erasingWhatIsBack(before, SwapPlan.rebuilding(before, view, wanted, clock.millis())));
            next = started(requireNonNull(manifest.next()), before);
            tell();
        }
    }

    /** Lets the next generation take its place although it differs, now or when it has caught up. */
    public synchronized void acceptDifferences() {
        swapsWhateverDiffers = true;
        comparedAt = NEVER;
    }

    /** Begins with nothing: the view is not ready until it has read its channels again. */
    public synchronized void reset() {
        Manifest before = manifest;
        record(SwapPlan.erasingWhatIsBack(before, SwapPlan.reset(before, view, wanted, clock.millis())));
        ViewDriver begun = started(requireNonNull(manifest.current()), before);
        erasing = !manifest.unfinished().isEmpty();
        List<ViewDriver> old = running();
        current = begun;
        next = null;
        sweeping = false;
        forgetComparison();
        old.forEach(ViewGenerations::end);
        tell();
    }

    /** If it does not start, all stays as it was: what it has left is removed like what was retired. */
    private ViewDriver started(Generation fresh, Manifest before) {
        try {
            return drivers.start(fresh);
        } catch (RuntimeException e) {
            manifest = SwapPlan.notStarted(before, fresh);
            try {
                store.write(manifest);
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /**
     * Changes a row in all generations.
     *
     * @param forGood whether no generation to come may bring the key back
     * @throws UnsupportedOperationException if rows are changed by events alone; then nothing was recorded
     */
    public synchronized void edit(byte[] key, RowEdit edit, boolean forGood) {
        Erased.demandEdits(view, running());
        if (!forGood) {
            editRunning(key, edit);
            return;
        }
        String hash = Erased.hash(key);
        record(manifest.erasing(hash));
        erased.set(manifest.erased());
        editRunning(key, edit);
        if (current != null) {
            record(manifest.erased(Set.of(hash)));
        }
    }

    private void editRunning(byte[] key, RowEdit edit) {
        for (ViewDriver driver : running()) {
            boolean unused = Waiting.on(driver.edit(key, edit));
        }
    }

    /** Does what is to be done now. Called from time to time by one thread. */
    public void tick() {
        if (sweeping) {
            sweep();
        }
        synchronized (this) {
            finishErasing();
            noteCaughtUp();
            ViewDriver built = next;
            if (built != null && built.readiness().ready() && agrees(built)) {
                swap(built);
            }
            removeRetired();
            tell();
        }
    }

    /** Stops all generations; what is stored stays. */
    @Override
    public synchronized void close() {
        long at = caughtUpAt();
        if (at > manifest.caughtUpAt() && !asked.awayTooLong(manifest.caughtUpAt(), at)) {
            manifest = manifest.caughtUp(at);
        }
        closeDrivers();
        store.write(manifest);
    }

    private void sweep() {
        ViewDriver here = current;
        if (here != null && here.readiness().ready()) {
            drivers.sweep(here);
            synchronized (this) {
                if (current == here) {
                    sweeping = false;
                    record(manifest.sweeping(false));
                }
            }
        }
    }

    private long caughtUpAt() {
        ViewDriver here = current;
        return here == null
                ? NEVER
                : here.progress().caughtUpAt().map(Instant::toEpochMilli).orElse(NEVER);
    }

    /** Who has begun to erase was killed: the key is known by its hash alone, so all rows are looked at. */
    private void finishErasing() {
        boolean ready = running().stream().allMatch(driver -> driver.readiness().ready());
        // A current one that does not run may run again, after a roll-back: it knows of nothing that is erased now.
        if (!manifest.unfinished().isEmpty() && ready && current != null) {
            running().forEach(driver -> Erased.bury(manifest.unfinished(), driver));
            record(manifest.erased(manifest.unfinished()));
            erasing = false;
        }
    }

    private void noteCaughtUp() {
        long at = caughtUpAt();
        if (at <= manifest.caughtUpAt()) {
            return;
        }
        if (!manifest.sweepDue() && asked.awayTooLong(manifest.caughtUpAt(), at)) {
            record(manifest.caughtUp(at).sweeping(true));
            sweeping = true;
        } else if (at - manifest.caughtUpAt() >= RECORDED_EVERY.toMillis()) {
            record(manifest.caughtUp(at));
        }
    }

    private boolean agrees(ViewDriver built) {
        ViewDriver here = current;
        Erased.bury(manifest.unfinished(), built);
        if (here == null) {
            return true;
        }
        if (clock.millis() - comparedAt < COMPARED_EVERY.toMillis()) {
            return false;
        }
        comparedAt = clock.millis();
        boolean comparable = requireNonNull(manifest.current()).shape().feeds().equals(wanted.feeds())
                && Comparison.possible(here, built);
        differences = comparable ? new Comparison(here.rows(), built.rows(), pause).differences() : List.of();
        if (differences.isEmpty() || swapsWhateverDiffers) {
            return true;
        }
        LOG.warn(
                "View '{}' is built anew, but {} differs from {} on {} keys, so nothing is swapped: {}",
                view,
                built.replica().name(),
                here.replica().name(),
                differences.size(),
                differences.subList(0, Math.min(differences.size(), SHOWN_DIFFERENCES)));
        return false;
    }

    private void swap(ViewDriver built) {
        boolean slow = asked.awayTooLong(manifest.nextSince(), clock.millis());
        record(SwapPlan.swapped(manifest).sweeping(slow));
        ViewDriver old = current;
        sweeping = slow;
        current = built;
        next = null;
        forgetComparison();
        LOG.info("View '{}' is now answered by {}", view, built.replica().name());
        tell();
        Optional.ofNullable(old).ifPresent(ViewGenerations::end);
    }

    private void removeRetired() {
        if (manifest.retired().isEmpty() || clock.millis() - removedAt < REMOVED_EVERY.toMillis()) {
            return;
        }
        removedAt = clock.millis();
        retiredAt.keySet().retainAll(manifest.retired());
        for (Generation gone : manifest.retired()) {
            long since = retiredAt.computeIfAbsent(gone, first -> clock.millis());
            if (clock.millis() - since < keepRetired.toMillis()) {
                continue;
            }
            try {
                if (drivers.remove(gone)) {
                    record(SwapPlan.removed(manifest, gone));
                    LOG.info("Nothing is left of {}, which answered for view '{}' before", gone.name(), view);
                }
            } catch (MessagingException e) {
                LOG.debug("{} is removed later", gone.name(), e);
            }
        }
    }

    private void forgetComparison() {
        swapsWhateverDiffers = false;
        comparedAt = NEVER;
        removedAt = NEVER;
        differences = List.of();
    }

    private void record(Manifest now) {
        store.write(now);
        manifest = now;
    }

    private void tell() {
        status = GenerationStatus.of(manifest, differences);
    }

    private void closeDrivers() {
        Optional.ofNullable(next).ifPresent(ViewDriver::close);
        Optional.ofNullable(current).ifPresent(ViewDriver::close);
    }

    private static void end(ViewDriver driver) {
        driver.close();
        driver.destroy();
    }
}
