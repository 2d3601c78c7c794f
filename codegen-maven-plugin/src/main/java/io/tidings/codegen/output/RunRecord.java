package io.tidings.codegen.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run left behind.
 *
 * @param fingerprint what it was made from; empty while it has not ended well
 * @param root the source root
 * @param files every file that it wanted
 * @param title what it was about, for people
 * @param remarks what it had to say, line by line; to be said again whenever nothing has changed
 */
public record RunRecord(
        Optional<Fingerprint> fingerprint, Path root, List<MadeFile> files, String title, List<Remark> remarks) {

    /** A line of the log. */
    public record Remark(Level level, String text) {
        /** How loud. */
        public enum Level {
            INFO,
            WARNING,
            ERROR
        }
    }

    public RunRecord {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /** Whether a run with these settings would make what is there already, given which of the files it would have to write. */
    public boolean upToDate(String settings, java.util.Set<String> own) {
        return fingerprint.filter(print -> print.holds(settings)).isPresent()
                && files.stream().allMatch(file -> file.own() == own.contains(file.path()))
                && files.stream().filter(MadeFile::own).allMatch(file -> file.untouched(root));
    }
}
