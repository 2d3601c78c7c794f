package io.tidings.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A whole process, from its start to its end.
 *
 * @param status its exit status
 * @param millis from start to end, on the wall
 * @param peakMegabytes the most memory that it, and those that it started, had at once; 0 where the system does not say
 */
record ProcessRun(int status, long millis, long peakMegabytes) {

    /** How often memory is looked at. The system keeps the peak itself, so that only the last moment can be missed. */
    private static final long LOOK_MILLIS = 5;

    /** Runs a command in a folder, its output into a file. */
    static ProcessRun of(List<String> command, Path folder, Path output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Otherwise the peer tells its authors of each run, and waits for the network.
        builder.environment().put("CI", "true");
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            long now = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToLong(one -> peakKilobytes(one.pid()))
                    .sum();
            peak = Math.max(peak, now);
        }
        return new ProcessRun(process.exitValue(), (System.nanoTime() - start) / 1_000_000, peak / 1024);
    }

    private static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // It ended between two looks, or there is no such system.
            return 0;
        }
    }
}
