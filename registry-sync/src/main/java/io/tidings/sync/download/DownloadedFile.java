package io.tidings.sync.download;

import java.nio.file.Path;

/**
 * A schema and its file.
 *
 * @param file below the folder, as the caller named that
 */
public record DownloadedFile(Path file, String subject, int version, int id, State state) {

    /** What became of it. */
    public enum State {
        WRITTEN("written"),
        /** It held the same before, and was not touched. */
        UNCHANGED("unchanged"),
        OVERWRITTEN("overwritten"),
        /** It holds something else, and was left as it is. */
        DIFFERS("differs"),
        /** Not written: something else is wrong. */
        HELD_BACK("not written");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As reports say it. */
        public String label() {
            return label;
        }
    }

    DownloadedFile with(State other) {
        return new DownloadedFile(file, subject, version, id, other);
    }
}
