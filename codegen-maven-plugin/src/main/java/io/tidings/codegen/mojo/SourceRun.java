package io.tidings.codegen.mojo;

import io.tidings.codegen.output.Fingerprint;
import io.tidings.codegen.output.MadeFile;
import io.tidings.codegen.output.OutputFolder;
import io.tidings.codegen.output.RunKey;
import io.tidings.codegen.output.RunRecord;
import io.tidings.codegen.output.RunRecord.Remark;
import io.tidings.codegen.output.RunRecords;
import io.tidings.codegen.output.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The making of sources from one document, which is left out where it would make what is there already. What a build can see
 * of it is the same in both cases: the same files, the same remarks, the same conflicts with other runs.
 *
 * @param settings everything that counts beside files, as a text
 * @param encoding what the build compiles with; null if it does not say
 */
record SourceRun(
        RunKey key,
        Path root,
        String settings,
        @Nullable Charset encoding,
        RunRecords records,
        SharedSources shared,
        Log log) {

    /** What is to be done if something has changed. */
    interface Work {
        /** Makes the sources, having logged all there is to say. */
        Product make() throws MojoFailureException;
    }

    /**
     * What was made.
     *
     * @param title what it is about, for people
     * @param inputs files that were read or looked for
     * @param remarks what has been logged
     */
    record Product(String title, List<SourceFile> sources, Collection<Path> inputs, List<Remark> remarks) {}

    /** Makes what has to be made. */
    void run(Work work) throws MojoExecutionException, MojoFailureException {
        long start = System.nanoTime();
        long startedAt = System.currentTimeMillis();
        RunRecord former = records.find(key).orElse(null);
        if (former != null && former.root().equals(root) && isUpToDate(former)) {
            ReportLog.write(former.remarks(), log);
            said(former, "up to date", start);
            return;
        }
        Product product = work.make();
        Map<String, String> meanings = meanings(product.sources());
        Set<String> own = shared.claim(root, key, meanings);
        try {
            List<MadeFile> before = List.of();
            if (former != null && former.root().equals(root)) {
                before = former.files();
            } else if (former != null) {
                delete(former, shared);
            }
            write(product, meanings, own, before, startedAt, start);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Cannot write to " + root + ": " + e.getMessage(), e);
        }
    }

    private boolean isUpToDate(RunRecord former) throws MojoFailureException {
        Map<String, String> wanted = new LinkedHashMap<>();
        former.files().forEach(file -> wanted.put(file.path(), file.content()));
        if (!former.upToDate(settings, shared.free(root, key, wanted.keySet()))) {
            return false;
        }
        shared.claim(root, key, wanted);
        return true;
    }

    private void write(
            Product product,
            Map<String, String> meanings,
            Set<String> own,
            List<MadeFile> former,
            long startedAt,
            long start)
            throws IOException {
        // Should the build be killed now, the next run still knows whose files these are.
        records.keep(key, unfinished(product, own, former));
        OutputFolder folder = new OutputFolder(root, encoding);
        AtomicInteger written = new AtomicInteger();
        List<MadeFile> made = product.sources().parallelStream()
                .map(source -> {
                    String path = source.path();
                    String meaning = meanings.getOrDefault(path, "");
                    return own.contains(path)
                            ? written(source, meaning, folder, written)
                            : MadeFile.shared(path, meaning);
                })
                .toList();
        int deleted = delete(root, former, shared);
        Optional<Fingerprint> print = Optional.of(Fingerprint.of(settings, product.inputs()))
                .filter(now -> product.inputs().stream().noneMatch(input -> changedSince(startedAt, input)));
        RunRecord record = new RunRecord(print, root, made, product.title(), product.remarks());
        records.keep(key, record);
        said(
                record,
                written + " written, " + (own.size() - written.get()) + " unchanged, " + deleted + " deleted",
                start);
    }

    private MadeFile written(SourceFile source, String meaning, OutputFolder folder, AtomicInteger written) {
        try {
            if (folder.write(source)) {
                written.incrementAndGet();
            }
            return MadeFile.left(root, source.path(), meaning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a run made that no run of this build makes any more. */
    static int delete(RunRecord run, SharedSources shared) throws IOException {
        return delete(run.root(), run.files(), shared);
    }

    private static int delete(Path root, List<MadeFile> former, SharedSources shared) throws IOException {
        return new OutputFolder(root, null)
                .delete(former.stream()
                        .filter(file -> file.own() && !shared.isClaimed(root, file.path()))
                        .map(MadeFile::path)
                        .toList());
    }

    private RunRecord unfinished(Product product, Set<String> own, List<MadeFile> former) {
        Set<String> paths = new TreeSet<>(own);
        former.stream().filter(MadeFile::own).map(MadeFile::path).forEach(paths::add);
        List<MadeFile> files =
                paths.stream().map(path -> new MadeFile(path, true, 0, 0, "")).toList();
        return new RunRecord(Optional.empty(), root, files, product.title(), List.of());
    }

    private static Map<String, String> meanings(List<SourceFile> sources) {
        List<String> each = sources.parallelStream().map(SourceFile::meaning).toList();
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 0; i < each.size(); i++) {
            meanings.put(sources.get(i).path(), each.get(i));
        }
        return meanings;
    }

    /** Whoever saves a file while it is being read may have saved it too late. */
    private static boolean changedSince(long time, Path file) {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).toMillis() > time;
        } catch (IOException e) {
            return true;
        }
    }

    private void said(RunRecord run, String what, long start) {
        long own = run.files().stream().filter(MadeFile::own).count();
        log.info(String.format(
                Locale.ROOT,
                "%d sources for %s: %s, in %.2f s",
                own,
                run.title(),
                what,
                (System.nanoTime() - start) / 1e9));
    }
}
