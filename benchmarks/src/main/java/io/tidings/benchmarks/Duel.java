package io.tidings.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures contenders by turns of a few milliseconds in one process, their order swapped each round, and tells the best turn of
 * each: on a machine that does other things too, the best turns are those that nothing disturbed, and their ratio holds.
 */
public final class Duel {

    private static final int ROUNDS = Integer.getInteger("duel.rounds", 100);
    private static final long TURN_NANOS = 20_000_000;
    private static final int CALLS = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Keeps the compiler from leaving out what nobody uses. */
    static volatile @Nullable Object sink;

    private Duel() {}

    /** Writes {@code target/duel.txt}; arguments are the records to measure, by default all. */
    public static void main(String[] records) throws Exception {
        List<Records> sizes = records.length == 0
                ? List.of(Records.values())
                : Arrays.stream(records).map(Records::valueOf).toList();
        Path file = Path.of("target", "duel.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
            for (Records size : sizes) {
                Map<String, Contender> contenders = new LinkedHashMap<>(Contenders.of(size));
                contenders.put("codec alone", CodecPeer.of(size.make()));
                table(size + " write", turns(contenders, Contender::write), out);
                table(size + " read", turns(contenders, Contender::read), out);
            }
        }
        System.out.print(Files.readString(file));
    }

    @FunctionalInterface
    private interface Work {
        Object of(Contender contender) throws Exception;
    }

    private static final class Turns {
        private final String name;
        private final Contender contender;
        private double best = Double.MAX_VALUE;
        private long allocated = Long.MAX_VALUE;

        Turns(String name, Contender contender) {
            this.name = name;
            this.contender = contender;
        }

        void turn(Work work) throws Exception {
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            long calls = 0;
            long start = System.nanoTime();
            long now = start;
            while (now - start < TURN_NANOS) {
                long before = now;
                for (int i = 0; i < CALLS; i++) {
                    sink = work.of(contender);
                }
                calls += CALLS;
                now = System.nanoTime();
                best = Math.min(best, (now - before) / (double) CALLS);
            }
            allocated = Math.min(allocated, (THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore) / calls);
        }
    }

    private static List<Turns> turns(Map<String, Contender> contenders, Work work) throws Exception {
        List<Turns> all = new ArrayList<>();
        contenders.forEach((name, contender) -> all.add(new Turns(name, contender)));
        List<Turns> order = new ArrayList<>(all);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.reverse(order);
            for (Turns turns : order) {
                turns.turn(work);
            }
        }
        return all;
    }

    private static void table(String title, List<Turns> all, PrintStream out) {
        Turns ours = all.get(0);
        Turns reference = all.stream()
                .filter(turns -> turns.name.equals("confluent"))
                .findFirst()
                .orElse(ours);
        out.printf(Locale.ROOT, "%-24s %8s %8s %8s %8s%n", title, "best ns", "times", "bytes", "share");
        for (Turns turns : all) {
            out.printf(
                    Locale.ROOT,
                    "  %-22s %8.0f %8.2f %8d %8.2f%n",
                    turns.name,
                    turns.best,
                    reference.best / turns.best,
                    turns.allocated,
                    turns.allocated / (double) reference.allocated);
        }
    }
}
