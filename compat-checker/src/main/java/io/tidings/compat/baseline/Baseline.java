package io.tidings.compat.baseline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** An earlier version of a document, not yet read. */
public interface Baseline {

    /** As the user named it. */
    String source();

    /**
     * Reads it.
     *
     * @throws BaselineException where it is not there, cannot be read, or is no valid document
     */
    BaseDocument read();

    /**
     * What a text names: a file, {@code git:REV:PATH}.
     *
     * @param baseDirectory what relative files are relative to, and the working tree for git
     * @throws BaselineException where the text names nothing this version can read
     */
    static Baseline parse(String text, Path baseDirectory) {
        if (text.startsWith("git:")) {
            return GitBaseline.parse(text, baseDirectory);
        }
        Optional<String> later =
                Stream.of("maven:", "registry:").filter(text::startsWith).findFirst();
        if (later.isPresent()) {
            throw new BaselineException("the base " + text + " cannot be read: this version reads files and"
                    + " git:REV:PATH, not yet " + later.get());
        }
        try {
            return new FileBaseline(text, baseDirectory.resolve(text));
        } catch (InvalidPathException e) {
            throw new BaselineException("the base " + text + " is not the name of a file: " + e.getReason(), e);
        }
    }
}
