package io.tidings.messaging.owner;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An owner whose entities change while they are published again: changes are committed first and reach the log later, between
 * any two steps of the republication, which may be killed at each of them.
 */
final class BusyOwner implements RepublishTurns<String, String> {

    /** The process ends here, without any chance to try again. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What compaction leaves of the log: the last version of each key. */
    final Map<String, Long> log = new TreeMap<>();

    final Map<String, Long> versions = new TreeMap<>();
    final TreeSet<String> gone = new TreeSet<>();
    final TreeSet<String> again = new TreeSet<>();
    private final Deque<Map.Entry<String, Long>> underWay = new ArrayDeque<>();
    private final Random random;
    private final boolean looksAgain;
    private RepublishProgress kept = RepublishProgress.START;
    int changesLeft = 40;
    int crashesLeft = 4;

    BusyOwner(Random random, boolean looksAgain) {
        this.random = random;
        this.looksAgain = looksAgain;
        int entities = 1 + random.nextInt(12);
        for (int id = 0; id < entities; id++) {
            versions.put("e" + id, 1L);
        }
    }

    /** All that is under way arrives, and nothing changes any more. */
    void settle() {
        underWay.forEach(change -> log.put(change.getKey(), change.getValue()));
        underWay.clear();
    }

    @Override
    public <T> T take(Function<RepublishTurn<String, String>, T> work) {
        return work.apply(new Turn());
    }

    private void life() {
        while (random.nextInt(3) == 0) {
            if (random.nextBoolean() && changesLeft-- > 0) {
                String id = "e" + random.nextInt(versions.size());
                underWay.add(Map.entry(id, versions.merge(id, 1L, Long::sum)));
                boolean unused = random.nextInt(4) == 0 ? gone.add(id) : gone.remove(id);
            } else if (!underWay.isEmpty()) {
                Map.Entry<String, Long> change = underWay.remove();
                log.put(change.getKey(), change.getValue());
            }
        }
    }

    private void mayCrash() {
        life();
        if (crashesLeft > 0 && random.nextInt(12) == 0) {
            crashesLeft--;
            throw new Killed();
        }
    }

    private Entity<String, String> now(String id) {
        return new Entity<>(id, id, versions.getOrDefault(id, 0L), gone.contains(id) ? null : id);
    }

    private final class Turn implements RepublishTurn<String, String>, MessageSink {

        @Override
        public RepublishProgress progress() {
            mayCrash();
            return kept;
        }

        @Override
        public List<Entity<String, String>> after(@Nullable String place, int limit) {
            mayCrash();
            return versions.keySet().stream()
                    .filter(id -> place == null || id.compareTo(place) > 0)
                    .limit(limit)
                    .map(BusyOwner.this::now)
                    .toList();
        }

        @Override
        public MessageSink sink() {
            return this;
        }

        @Override
        public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
            mayCrash();
            String id = String.valueOf(message.key());
            Long version = message.options().entityVersion();
            log.put(id, version == null ? -1 : version);
            again.add(id);
            return CompletableFuture.completedFuture(new Receipt("id", message.address(), null));
        }

        @Override
        public List<Entity<String, String>> changedSince(List<Entity<String, String>> published) {
            mayCrash();
            List<Entity<String, String>> changed = new ArrayList<>();
            for (Entity<String, String> entity : published) {
                if (looksAgain && entity.version() != now(entity.key()).version()) {
                    changed.add(now(entity.key()));
                }
            }
            return changed;
        }

        @Override
        public void keep(RepublishProgress progress) {
            mayCrash();
            kept = progress;
            mayCrash();
        }
    }
}
