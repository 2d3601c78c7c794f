package io.tidings.compat.gate;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.RootField;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.compat.CheckReport;
import io.tidings.compat.KnownFindings;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.baseline.EarlierVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was known before: of a report, only what has come since is shown. Safe for use by several threads. */
public final class Former {

    /** Nothing was known. */
    public static final Former NOTHING = new Former(null, null);

    private final @Nullable Path report;
    private final @Nullable Baseline state;

    private Former(@Nullable Path report, @Nullable Baseline state) {
        this.report = report;
        this.state = state;
    }

    /**
     * What a user names: a report that {@code tidings check --format json} wrote, or a former state of the document as bases are
     * named.
     *
     * @param directory what a relative name is relative to
     * @throws BaselineException where it names nothing
     */
    public static Former parse(String text, Path directory, Baselines known) {
        Path file = file(text, directory);
        return file != null && text.endsWith(".json") && isReport(file)
                ? new Former(file, null)
                : new Former(null, known.parse(text));
    }

    /** Whether anything was known. */
    boolean known() {
        return report != null || state != null;
    }

    /** The one document that is named, whatever is checked; null where each document has its own. */
    @Nullable Baseline state() {
        return state;
    }

    /**
     * The report, without what was known.
     *
     * @param check judges a former state as the head was judged
     * @throws BaselineException where what was known cannot be read
     */
    CheckReport without(CheckReport now, AsyncApiDocument head, Function<AsyncApiDocument, CheckReport> check) {
        if (report != null) {
            return read(report, head).without(now);
        }
        CheckReport shown = now;
        if (state != null) {
            for (EarlierVersion before : state.read(head).versions()) {
                shown = KnownFindings.of(check.apply(before.read().document())).without(shown);
            }
        }
        return shown;
    }

    private static KnownFindings read(Path file, AsyncApiDocument head) {
        try {
            return KnownFindings.read(file, head.file());
        } catch (IOException e) {
            throw new BaselineException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new BaselineException(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Path file(String name, Path directory) {
        try {
            Path file = directory.resolve(name);
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A document may be JSON too, and has the field that no report has. */
    private static boolean isReport(Path file) {
        try {
            return !new RootField("asyncapi").isIn(file, SourceLimits.DEFAULT);
        } catch (IOException e) {
            return true; // then reading it says what is wrong
        }
    }
}
