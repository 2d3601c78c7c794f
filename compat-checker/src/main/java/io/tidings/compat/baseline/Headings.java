package io.tidings.compat.baseline;

import io.tidings.asyncapi.source.Heading;
import io.tidings.asyncapi.source.Heading.Extent;
import io.tidings.asyncapi.source.SourceLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what files call themselves; of one that cannot be read nothing is known, and whoever reads it whole is told why. */
final class Headings {

    private Headings() {}

    static Heading ofInfo(Path file) {
        return of(file, Extent.INFO);
    }

    static Heading ofAll(Path file) {
        return of(file, Extent.ALL);
    }

    static Heading ofInfo(byte[] content) {
        return Heading.of(content, Extent.INFO, SourceLimits.DEFAULT);
    }

    private static Heading of(Path file, Extent extent) {
        try (InputStream in = Files.newInputStream(file)) {
            return Heading.of(in.readNBytes(SourceLimits.DEFAULT.maxBytes()), extent, SourceLimits.DEFAULT);
        } catch (IOException e) {
            return new Heading(null, null, null);
        }
    }
}
