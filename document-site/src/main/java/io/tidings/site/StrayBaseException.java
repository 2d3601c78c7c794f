package io.tidings.site;

/** An earlier version that belongs to none of the documents. Its message is for the user; trying again does not help. */
public final class StrayBaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrayBaseException(String source, String title) {
        super("the base " + source + " (\"" + title + "\") is an earlier version of none of the documents: they are"
                + " matched by id, or else by title");
    }
}
