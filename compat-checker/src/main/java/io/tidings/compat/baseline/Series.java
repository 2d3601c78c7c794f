package io.tidings.compat.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads many versions of one document. */
final class Series {

    /** What became of one. */
    private record Version(List<BaseDocument> document, List<BaselineException> failure) {}

    private Series() {}

    /**
     * Reads them side by side, the oldest first. Released versions cannot be mended: one that is no valid document by today's
     * rules is left out, and a note says so; but the newest must be valid, or else nothing would be said of the last change.
     *
     * @throws BaselineException where the newest is not valid
     */
    static Earlier read(int size, IntFunction<BaseDocument> reader) {
        List<Version> versions = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> version(reader, i))
                .toList();
        List<BaseDocument> documents = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Version version = versions.get(i);
            documents.addAll(version.document());
            for (BaselineException failure : version.failure()) {
                if (i == size - 1) {
                    throw failure;
                }
                notes.add("left out: " + failure.getMessage());
            }
        }
        return new Earlier(documents, Earlier.Kind.SERIES, notes, List.of());
    }

    private static Version version(IntFunction<BaseDocument> reader, int i) {
        try {
            return new Version(List.of(reader.apply(i)), List.of());
        } catch (BaselineException e) {
            if (e.result().isEmpty()) {
                throw e; // it was not even read
            }
            return new Version(List.of(), List.of(e));
        }
    }
}
