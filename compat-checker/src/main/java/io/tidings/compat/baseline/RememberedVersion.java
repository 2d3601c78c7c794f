package io.tidings.compat.baseline;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version that is read once as long as there is memory to keep it in. */
final class RememberedVersion implements EarlierVersion {

    private final EarlierVersion version;
    private SoftReference<@Nullable BaseDocument> document = new SoftReference<>(null);

    RememberedVersion(EarlierVersion version) {
        this.version = version;
    }

    @Override
    public String source() {
        return version.source();
    }

    @Override
    public Optional<String> version() {
        return version.version();
    }

    @Override
    public @Nullable Instant released() {
        return version.released();
    }

    @Override
    public boolean versioned() {
        return version.versioned();
    }

    @Override
    public synchronized BaseDocument read() {
        BaseDocument known = document.get();
        if (known == null) {
            known = version.read();
            document = new SoftReference<>(known);
        }
        return known;
    }
}
