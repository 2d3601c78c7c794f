package io.tidings.benchmarks.messaging;

import com.example.shop.Purchase;
import io.tidings.benchmarks.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers who ask one question after the other have measured.
 *
 * @param nanos each question's wait, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // made here, and only read
record Callers(Turn turn, long[] nanos) {

    /** Has so many callers ask so many questions in all. */
    static Callers ask(Questions questions, Purchase question, int callers, int count) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long[] nanos = new long[count];
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            Turn.Watch watch = Turn.start();
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                ends.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        Purchase answer = questions.ask("key-" + number % 1_000, question);
                        nanos[number] = System.nanoTime() - begun;
                        if (!answer.equals(question)) {
                            throw new IllegalStateException("A wrong answer: " + answer);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            Turn turn = watch.stop(count);
            Arrays.sort(nanos);
            return new Callers(turn, nanos);
        } finally {
            threads.shutdown();
        }
    }

    /** In milliseconds: so much of the questions were answered within it. */
    double quantile(double share) {
        return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
    }
}
