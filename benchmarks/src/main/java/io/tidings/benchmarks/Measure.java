package io.tidings.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks: nanoseconds and bytes allocated for each message. */
public final class Measure {

    private Measure() {}

    /** Writes {@code target/duel.txt}, {@code target/jmh.json} and {@code target/jmh.txt}; arguments are patterns of benchmarks to run. */
    public static void main(String[] patterns) throws Exception {
        Duel.main(new String[0]);
        OptionsBuilder options = new OptionsBuilder();
        for (String pattern : patterns) {
            options.include(pattern);
        }
        new Runner(options.mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .threads(1)
                        .addProfiler(GCProfiler.class)
                        // Avro needs it to read generated classes; ours does not.
                        .jvmArgsAppend(
                                "-Xms512m", "-Xmx512m", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=com.example.shop")
                        .resultFormat(ResultFormatType.JSON)
                        .result(Path.of("target", "jmh.json").toString())
                        .output(Path.of("target", "jmh.txt").toString())
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
