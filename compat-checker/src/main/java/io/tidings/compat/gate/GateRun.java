package io.tidings.compat.gate;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Compatibility;
import io.tidings.compat.Finding;
import io.tidings.compat.StaleSuppressions;
import io.tidings.compat.Window;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.gate.Outcome.Invalid;
import io.tidings.compat.gate.Outcome.Judged;
import io.tidings.compat.gate.Outcome.Mended;
import io.tidings.compat.gate.Outcome.Unusable;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.policy.PolicyFile;
import io.tidings.compat.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks documents, each against its own earlier versions.
 *
 * @param bases where those are; each is asked once for each document, whatever else is done with what it comes to
 * @param options how; what teams have decided is read beside each document
 * @param config what the user named instead of {@code .tidings.yaml} beside the document; null for that
 * @param former of findings, those that were known are not shown
 * @param fix whether the suggested version is written, and the document checked again
 */
public record GateRun(
        List<Baseline> bases,
        Window window,
        CheckOptions options,
        @Nullable Path config,
        Former former,
        boolean fix,
        DocumentReader reader) {

    public GateRun {
        bases = List.copyOf(bases);
    }

    /** Checks one document. */
    public Outcome of(Path file) {
        return of(file, true);
    }

    /**
     * Checks documents side by side. What cannot be said of one hinders none of the others.
     *
     * @throws BaselineException where a base is one document, which cannot be a version of several
     */
    public Gated of(List<Path> files) {
        if (files.size() > 1) {
            for (Baseline base : bases) {
                requireOwn(base, files.size());
            }
            Baseline state = former.state();
            if (state != null) {
                requireOwn(state, files.size());
            }
        }
        List<Outcome> outcomes =
                files.parallelStream().map(file -> of(file, false)).toList();
        return new Gated(outcomes, stale(outcomes), options.strict());
    }

    private static void requireOwn(Baseline base, int count) {
        if (base.single()) {
            throw new BaselineException("the base " + base.source() + " is one document, and " + count
                    + " are checked: name a folder, a revision without a path, or each document by itself");
        }
    }

    private Outcome of(Path file, boolean alone) {
        PolicyFile decided = PolicyFile.read(config, file);
        ReadResult read = decided.told(read(file));
        AsyncApiDocument head = read.document().orElse(null);
        if (!read.valid() || head == null) {
            return new Invalid(read);
        }
        CheckOptions here =
                options.withPolicy(decided.policy().orElse(Policy.NONE)).withStaleTold(alone);
        try {
            return judged(file, head, here);
        } catch (BaselineException e) {
            return Unusable.of(head.file(), e);
        } catch (IOException e) {
            String reason =
                    e instanceof FileSystemException known && known.getReason() != null ? ": " + known.getReason() : "";
            return new Unusable(head.file(), head.file() + " cannot be written" + reason, null);
        }
    }

    private ReadResult read(Path file) {
        return reader.read(file, config == null ? ReadOptions.DEFAULT : ReadOptions.DEFAULT.withSettings(config));
    }

    private Judged judged(Path file, AsyncApiDocument head, CheckOptions here) throws IOException {
        List<Earlier> earlier = bases.stream().map(base -> base.read(head)).toList();
        if (fix || former.known()) {
            // They are needed more than once; found from where the head stands, whichever is compared with them.
            earlier = earlier.stream().map(Earlier::remembered).toList();
        }
        List<Earlier> versions = earlier;
        CheckReport report = Compatibility.judge(versions, head, here, window);
        Optional<Mended> mended = fix ? mended(file, head, report) : Optional.empty();
        if (mended.map(Mended::result)
                .filter(VersionFix.Written.class::isInstance)
                .isPresent()) {
            AsyncApiDocument now = read(file).document().orElse(head);
            report = Compatibility.judge(versions, now, here, window);
        }
        CheckReport shown =
                former.without(report, head, document -> Compatibility.judge(versions, document, here, window));
        return new Judged(shown, here, mended);
    }

    private Optional<Mended> mended(Path file, AsyncApiDocument head, CheckReport report) throws IOException {
        Optional<SemanticVersion> wanted = VersionFix.wanted(report);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reason = reader.unmendable(file);
        VersionFix.Result result = reason.isPresent()
                ? new VersionFix.Refused(reason.get(), head.info().locationOf("version"))
                : VersionFix.write(head, wanted.get());
        return Optional.of(new Mended(wanted.get(), result));
    }

    private static List<Finding> stale(List<Outcome> outcomes) {
        boolean all = outcomes.stream().allMatch(Judged.class::isInstance);
        return all
                ? StaleSuppressions.in(outcomes.stream()
                        .map(Judged.class::cast)
                        .map(judged -> new StaleSuppressions.Checked(
                                judged.report(), judged.options().policy()))
                        .toList())
                : List.of(); // what was not judged may need them
    }
}
