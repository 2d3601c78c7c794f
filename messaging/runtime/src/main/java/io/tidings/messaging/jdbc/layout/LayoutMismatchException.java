package io.tidings.messaging.jdbc.layout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables are not as this version of Tidings needs them. Its message names all that is different, each with the SQL that mends it
 * and keeps the rows.
 */
public final class LayoutMismatchException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<LayoutDifference> differences;

    public LayoutMismatchException(List<LayoutDifference> differences) {
        super(
                "The tables of Tidings are not as they should be. Apply the SQL below, or call createTables(connection) as a user"
                        + " who may.\n"
                        + differences.stream()
                                .map(LayoutMismatchException::line)
                                .collect(Collectors.joining("\n")));
        this.differences = List.copyOf(differences);
    }

    private static String line(LayoutDifference difference) {
        return "- " + difference.what() + ":\n  " + difference.sql().replaceAll("\\s+", " ") + ";";
    }

    /** In the order in which to mend them. */
    public List<LayoutDifference> differences() {
        return differences;
    }
}
