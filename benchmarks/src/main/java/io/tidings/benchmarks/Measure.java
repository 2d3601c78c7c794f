package io.tidings.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all JMH benchmarks, each in two processes of its own: one in the first pass, and one in the second, which takes the
 * peers in the opposite order.
 */
public final class Measure {

    private static final List<String> BOTH_WAYS = List.of("confluent", "tidings");
    private static final String SERDE = SerdeBenchmark.class.getSimpleName();
    private static final String READING = ReadingBenchmark.class.getSimpleName();

    private static final int MILLIS = Integer.getInteger("jmh.millis", 500);

    private Measure() {}

    /** Writes {@code target/jmh.txt}, the table, and {@code target/jmh.json}, all there is to know. */
    public static void main(String[] unused) throws Exception {
        List<Runnable> serde = new ArrayList<>();
        Collection<RunResult> results = new ArrayList<>();
        for (Records size : Records.values()) {
            for (String peer : Contenders.of(size).keySet()) {
                serde.add(() -> results.addAll(run(serde(size, peer).threads(1))));
            }
        }
        for (String peer : BOTH_WAYS) {
            serde.add(() -> results.addAll(run(serde(Records.MEDIUM, peer).threads(2))));
        }
        serde.add(() -> results.addAll(run(new OptionsBuilder().include(READING).threads(1))));
        serde.forEach(Runnable::run);
        Collections.reverse(serde);
        serde.forEach(Runnable::run);
        write(results);
    }

    private static void write(Collection<RunResult> results) throws IOException {
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, Path.of("target", "jmh.json").toString())
                .writeOut(results);
        Path file = Path.of("target", "jmh.txt");
        Files.write(file, JmhTable.of(results));
        System.out.print(Files.readString(file));
    }

    private static ChainedOptionsBuilder serde(Records size, String peer) {
        return new OptionsBuilder().include(SERDE).param("size", size.name()).param("peer", peer);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder what) {
        try {
            return new Runner(what.mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.NANOSECONDS)
                            .forks(1)
                            .warmupIterations(3)
                            .warmupTime(TimeValue.milliseconds(MILLIS))
                            .measurementIterations(5)
                            .measurementTime(TimeValue.milliseconds(MILLIS))
                            .addProfiler(GCProfiler.class)
                            // Avro needs it to read generated classes; ours does not.
                            .jvmArgsAppend(
                                    "-Xms512m", "-Xmx512m", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=com.example.shop")
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
