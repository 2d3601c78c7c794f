package io.tidings.asyncapi.source;

/**
 * A place in a file.
 *
 * @param file the file as the user named it, or as reached from there by relative references
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 code units as editors do
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    /** The beginning of a file: where something is said of the file as a whole. */
    public static Location startOf(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
