package io.tidings.replication.internal.generations;

import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A driver of an earlier generation, whose rows are shown as those of today. */
public final class TranslatedDriver implements ViewDriver {

    private final ViewDriver driver;
    private final Rows rows;
    private final Placements placements;

    /** Shows rows as a translation says; indexes that the store does not have are made up for by looking at all rows. */
    public TranslatedDriver(ViewDriver driver, Translation translation, Indexer todays) {
        this.driver = driver;
        this.rows = new TranslatedRows(driver.rows(), translation, todays);
        this.placements = new ForwardedPlacements(
                driver.placements(), followed -> new TranslatedRows(followed, translation, todays));
    }

    @Override
    public Replica replica() {
        return driver.replica();
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public Progress progress() {
        return driver.progress();
    }

    @Override
    public Readiness readiness() {
        return driver.readiness();
    }

    @Override
    public boolean changedByEventsAlone() {
        return driver.changedByEventsAlone();
    }

    @Override
    public CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
        return driver.edit(key, edit);
    }

    @Override
    public void close() {
        driver.close();
    }

    @Override
    public void destroy() {
        driver.destroy();
    }

    private record TranslatedRows(Rows rows, Translation translation, Indexer todays) implements Rows {

        @Override
        public Optional<Row> get(byte[] key) {
            return rows.get(key).map(translation::today);
        }

        @Override
        public void forEach(BiPredicate<byte[], Row> visitor) {
            rows.forEach((key, row) -> visitor.test(key, translation.today(row)));
        }

        @Override
        public void range(byte @Nullable [] from, byte @Nullable [] to, BiPredicate<byte[], Row> visitor) {
            rows.range(from, to, (key, row) -> visitor.test(key, translation.today(row)));
        }

        @Override
        public void byIndex(IndexEntry entry, BiPredicate<byte[], Row> visitor) {
            if (translation.number(entry) >= 0) {
                rows.byIndex(translation.stored(entry), (key, row) -> visitor.test(key, translation.today(row)));
                return;
            }
            range(
                    null,
                    null,
                    (key, row) ->
                            !row.live() || !todays.entries(row.value()).contains(entry) || visitor.test(key, row));
        }
    }
}
