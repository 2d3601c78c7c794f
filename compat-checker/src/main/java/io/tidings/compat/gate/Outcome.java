package io.tidings.compat.gate;

import io.tidings.asyncapi.ReadResult;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.version.SemanticVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of checking one document. */
public sealed interface Outcome {

    /** The document's file. */
    String file();

    /** Whether the document keeps the promise of its version. */
    boolean passed();

    /**
     * It was compared.
     *
     * @param options how, with what its team has decided
     * @param mended what became of writing the suggested version, where that was asked for and needed
     */
    record Judged(CheckReport report, CheckOptions options, Optional<Mended> mended) implements Outcome {
        @Override
        public String file() {
            return report.head().file();
        }

        @Override
        public boolean passed() {
            return report.passed();
        }
    }

    /**
     * A version was to be written.
     *
     * @param wanted the version that was suggested
     */
    record Mended(SemanticVersion wanted, VersionFix.Result result) {}

    /** It is not valid, or what its team has decided is not. */
    record Invalid(ReadResult result) implements Outcome {
        @Override
        public String file() {
            return result.file().toString();
        }

        @Override
        public boolean passed() {
            return false;
        }
    }

    /**
     * Nothing can be said of it: what it should be compared with cannot be read, or it could not be written.
     *
     * @param reason a sentence without a full stop, for the user
     * @param base what reading a base said, where it is no valid document
     */
    record Unusable(String file, String reason, @Nullable ReadResult base) implements Outcome {

        static Unusable of(String file, BaselineException e) {
            return new Unusable(file, String.valueOf(e.getMessage()), e.result().orElse(null));
        }

        @Override
        public boolean passed() {
            return false;
        }
    }
}
