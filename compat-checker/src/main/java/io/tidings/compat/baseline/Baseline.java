package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Path;

/** Where earlier versions of a document are, not yet read. */
public interface Baseline {

    /** As the user named it. */
    String source();

    /** Whether it is one document, whatever is compared with it. */
    default boolean single() {
        return false;
    }

    /**
     * Finds and reads the earlier versions of a document.
     *
     * @param head the document that is to be compared with them; its file says where to look, where the base does not
     * @throws BaselineException where they cannot be read, or are no valid documents. Where there are none this is no
     *     mistake: the head is a first version, and a note says why
     */
    Earlier read(AsyncApiDocument head);

    /**
     * What a text names: a file, a folder or a glob, {@code git:REV[:PATH]}, {@code git-merge-base[:BRANCH]}, {@code
     * git-tags:PATTERN[:PATH]}. For artifacts and registries see {@link Baselines}.
     *
     * @param directory what relative files are relative to, and the working tree for git
     * @throws BaselineException where the text names nothing that can be read
     */
    static Baseline parse(String text, Path directory) {
        return Baselines.in(directory).parse(text);
    }

    /**
     * The one document that a text names by itself, whatever it is to be compared with.
     *
     * @throws BaselineException where that is none, or several
     */
    static BaseDocument document(String text, Path directory) {
        if (parse(text, directory) instanceof Single single) {
            return single.read();
        }
        throw new BaselineException("the base " + text + " is not one document: name a file, or git:REV:PATH");
    }

    /** A base that is one document, or can be read as one. */
    interface Single extends Baseline {

        /** Reads it; to be missing is a mistake here. */
        BaseDocument read();
    }
}
