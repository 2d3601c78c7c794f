package io.tidings.messaging.majors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One key's messages through a migration, in memory: an owner with two instances, a channel for each version, and a reader's
 * group with two instances, all of which are restarted from stage to stage while messages are on their way. Steps are taken by
 * chance; a channel may be far behind the other. The rules are those of docs/migration.md; each can be broken.
 */
final class Migration {

    /** What keeps order; a migration without one of them is one that a checker must object to. */
    enum Rule {
        /** A reader that reads both opens the newer channel when the group is done with what the older one held. */
        BARRIER,
        /** All instances of the owner write both before a reader does more than read the older one. */
        OWNER_FIRST,
        /** No reader reads the older one any more when the owner stops writing it. */
        READERS_FIRST,
        /** What was applied is remembered. */
        RECEIVER
    }

    private static final int MESSAGES = 24;
    private static final int INSTANCES = 2;

    private final Random random;
    private final Set<Rule> rules;
    private final Majors[] owners = {Majors.OLDER, Majors.OLDER};
    private final Majors[] readers = {Majors.OLDER, Majors.OLDER};
    /** Where the older channel ended when this reader began to read both; -1 once it has opened the newer one. */
    private final int[] barriers = {-1, -1};

    private final List<Integer> older = new ArrayList<>();
    private final List<Integer> newer = new ArrayList<>();
    private int olderDone;
    private int newerDone;
    private int written;
    private final Set<Integer> remembered = new HashSet<>();
    private final List<Integer> applied = new ArrayList<>();

    Migration(long seed, Set<Rule> rules) {
        this.random = new Random(seed);
        this.rules = rules;
    }

    /** Lives through it, and gives what was applied, in order. */
    List<Integer> live() {
        while (written < MESSAGES || !finished()) {
            int chance = random.nextInt(10);
            if (chance < 3 && written < MESSAGES) {
                write();
            } else if (chance < 4) {
                owner();
            } else if (chance < 5) {
                reader();
            } else if (chance < 7) {
                handleOlder();
            } else {
                handleNewer();
            }
        }
        return applied;
    }

    /** How many there were to apply. */
    int written() {
        return written;
    }

    /** Somebody reads the newer channel, and has read all of it. */
    private boolean finished() {
        return all(owners, Majors.NEWER) && all(readers, Majors.NEWER) && newerDone == newer.size();
    }

    private void write() {
        Majors stage = owners[random.nextInt(INSTANCES)];
        int message = written++;
        if (stage.older()) {
            older.add(message);
        }
        if (stage.newer()) {
            newer.add(message);
        }
    }

    /** An instance of the owner goes a step further, or a step back from where both are written. */
    private void owner() {
        int instance = random.nextInt(INSTANCES);
        switch (owners[instance]) {
            case OLDER -> owners[instance] = Majors.BOTH;
            case BOTH -> {
                boolean nobodyReadsOlder = all(readers, Majors.NEWER);
                if (random.nextInt(4) == 0 && all(readers, Majors.OLDER) && none(owners, Majors.NEWER)) {
                    owners[instance] = Majors.OLDER;
                } else if (none(owners, Majors.OLDER) && (nobodyReadsOlder || !rules.contains(Rule.READERS_FIRST))) {
                    owners[instance] = Majors.NEWER;
                }
            }
            case NEWER -> {}
        }
    }

    private void reader() {
        int instance = random.nextInt(INSTANCES);
        boolean back = random.nextInt(4) == 0 && none(owners, Majors.NEWER);
        switch (readers[instance]) {
            case OLDER -> {
                if (!rules.contains(Rule.OWNER_FIRST) || none(owners, Majors.OLDER)) {
                    enterBoth(instance);
                }
            }
            case BOTH -> {
                if (back) {
                    if (none(readers, Majors.NEWER)) {
                        readers[instance] = Majors.OLDER;
                    }
                } else if (opened(0) && opened(1)) {
                    readers[instance] = Majors.NEWER;
                }
            }
            case NEWER -> {
                if (back) {
                    enterBoth(instance);
                }
            }
        }
    }

    private void enterBoth(int instance) {
        readers[instance] = Majors.BOTH;
        barriers[instance] = rules.contains(Rule.BARRIER) ? older.size() : -1;
    }

    /** Whether an instance reads the newer channel. */
    private boolean opened(int instance) {
        if (readers[instance] == Majors.BOTH && barriers[instance] >= 0 && olderDone >= barriers[instance]) {
            barriers[instance] = -1;
        }
        return readers[instance] == Majors.NEWER || (readers[instance] == Majors.BOTH && barriers[instance] < 0);
    }

    private void handleOlder() {
        if (!all(readers, Majors.NEWER) && olderDone < older.size()) {
            apply(older.get(olderDone++));
            // A group may go back to what it has committed.
            olderDone -= random.nextInt(8) == 0 ? random.nextInt(Math.min(olderDone, 3) + 1) : 0;
        }
    }

    private void handleNewer() {
        if ((opened(0) || opened(1)) && newerDone < newer.size()) {
            apply(newer.get(newerDone++));
            newerDone -= random.nextInt(8) == 0 ? random.nextInt(Math.min(newerDone, 3) + 1) : 0;
        }
    }

    private void apply(int message) {
        if (remembered.add(message) || !rules.contains(Rule.RECEIVER)) {
            applied.add(message);
        }
    }

    private static boolean all(Majors[] instances, Majors stage) {
        return instances[0] == stage && instances[1] == stage;
    }

    private static boolean none(Majors[] instances, Majors stage) {
        return instances[0] != stage && instances[1] != stage;
    }
}
