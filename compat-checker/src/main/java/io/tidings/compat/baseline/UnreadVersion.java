package io.tidings.compat.baseline;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A version of which only the heading was read.
 *
 * @param reader reads the rest, each time it is asked
 */
record UnreadVersion(
        String source, Optional<String> version, @Nullable Instant released, Supplier<BaseDocument> reader)
        implements EarlierVersion {

    @Override
    public boolean versioned() {
        return true;
    }

    @Override
    public BaseDocument read() {
        BaseDocument document = reader.get();
        return released == null ? document : document.released(released);
    }
}
