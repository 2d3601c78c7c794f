package io.tidings.replication.internal.driver;

import io.tidings.replication.core.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to become of a row, decided when nobody else writes it. */
@FunctionalInterface
public interface RowEdit {

    /** What to do. */
    sealed interface Change {}

    /** Another row in its place. */
    record Replace(Row row) implements Change {}

    /** Nothing is to be known of the key. */
    record Forget() implements Change {}

    /**
     * Decides.
     *
     * @param row what is stored; null if nothing is
     * @return empty to leave it as it is
     */
    Optional<Change> of(@Nullable Row row);
}
