package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.report.JsonReport;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads mutants of documents, and of the files they refer to, and holds what must be true of each. {@code -Dfuzz.seed=S}
 * gives other mutants, {@code -Dfuzz.mutants=N} so many of each document; a failure names the property that replays it
 * alone.
 */
final class Fuzzing implements AutoCloseable {
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);

    /** {@code FILE@SEED}: the mutated file, as the failure names it, and the seed of that one mutant. */
    private static final String REPLAY = System.getProperty("fuzz.replay", "");

    /** Far beyond what any mutant needs: only what never ends gets there. */
    private static final int SECONDS_TO_HANG = 60;

    private final Path root;
    private final int mutants;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "fuzzing", 1024 * 1024);
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Path, Mutant> originals = new HashMap<>();
    private int done;

    /** @param root a folder that may be written: it comes back as it was */
    Fuzzing(Path root, int mutants) {
        this.root = root;
        this.mutants = Integer.getInteger("fuzz.mutants", mutants);
    }

    /** How many mutants were read. */
    int done() {
        return done;
    }

    /** Mutates a document and, in turn, each file it refers to. */
    void document(Path document) throws IOException {
        List<Path> files = new ArrayList<>(AsyncApi.read(document).sources());
        if (!files.contains(document)) {
            files.add(document);
        }
        Random seeds = new Random(SEED + name(document).hashCode());
        for (int i = 0; i < mutants; i++) {
            // The document itself half of the time.
            Path file = seeds.nextBoolean() ? document : files.get(seeds.nextInt(files.size()));
            long seed = seeds.nextLong();
            if (REPLAY.isEmpty() || REPLAY.equals(name(file) + "@" + seed)) {
                mutant(document, file, seed);
            }
        }
    }

    private void mutant(Path document, Path file, long seed) throws IOException {
        byte[] original = Files.readAllBytes(file);
        byte[] mutant = originals
                .computeIfAbsent(file, f -> new Mutant(f.toString(), original))
                .of(seed);
        Files.write(file, mutant);
        try {
            reader.submit(() -> check(document)).get(SECONDS_TO_HANG, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new AssertionError(
                    "-Dfuzz.seed=" + SEED + " -Dfuzz.mutants=" + mutants + " -Dfuzz.replay=" + name(file) + "@" + seed
                            + "\n" + new String(mutant, StandardCharsets.UTF_8),
                    cause);
        } finally {
            Files.write(file, original);
        }
        done++;
    }

    private static void check(Path document) {
        ReadResult result = AsyncApi.read(document);
        assertThat(result.document().isPresent() || !result.valid())
                .as("a document, or an error that says why there is none")
                .isTrue();
        Map<String, List<String>> lines = new HashMap<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            assertThat(diagnostic.message()).isNotBlank();
            isPlace(diagnostic.location(), lines);
            diagnostic.related().forEach(related -> isPlace(related.location(), lines));
        }
        assertThat(AsyncApi.read(document).diagnostics()).isEqualTo(result.diagnostics());
        assertThat(TextReport.plain().of(List.of(result))).isNotEmpty();
        assertThat(JsonReport.of(List.of(result))).isNotEmpty();
    }

    /** A place that an editor can show: within its file, or just behind its end. */
    private static void isPlace(Location place, Map<String, List<String>> read) {
        List<String> lines = read.computeIfAbsent(place.file(), Fuzzing::lines);
        assertThat(place.line()).as("%s", place).isBetween(1, lines.size() + 1);
        int length =
                place.line() > lines.size() ? 0 : lines.get(place.line() - 1).length();
        assertThat(place.column()).as("%s", place).isBetween(1, length + 1);
    }

    private static List<String> lines(String file) {
        try {
            // What is no character counts as one, or as a few: such a file gets one diagnostic only.
            String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
            return List.of(text.split("\r\n|[\r\n]", -1));
        } catch (IOException | RuntimeException e) {
            return List.of("");
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
