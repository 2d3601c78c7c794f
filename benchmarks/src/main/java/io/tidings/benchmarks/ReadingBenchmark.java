package io.tidings.benchmarks;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reading and validating 500 channels, beside what the same text costs as plain maps in the YAML parser underneath: nobody
 * who uses that parser can be faster.
 */
@State(Scope.Benchmark)
public class ReadingBenchmark {
    private static final int CHANNELS = 500;

    private final Path file;

    /** Made by JMH. Refuses to measure a document that is not valid. */
    public ReadingBenchmark() {
        try {
            file = Files.createTempFile("large", ".yaml");
            Files.writeString(file, LargeDocument.yaml(CHANNELS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!readWithTidings().valid()) {
            throw new IllegalStateException("The document is not valid");
        }
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public ReadResult readWithTidings() {
        return AsyncApi.read(file);
    }

    @Benchmark
    public @Nullable Object parseWithSnakeYamlEngine() throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        return new Load(settings).loadFromString(Files.readString(file));
    }
}
