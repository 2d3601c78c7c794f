package io.tidings.replication.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Event.Delete;
import io.tidings.replication.core.Event.Poison;
import io.tidings.replication.core.Event.Upsert;
import io.tidings.replication.core.Row.State;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldTest {

    private long offset;

    @Test
    void anUpsertMakesARowOfItsVersion() {
        Row row = fold(null, upsert(3, "a"));

        assertThat(row.live()).isTrue();
        assertThat(row.version()).isEqualTo(3);
        assertThat(text(row)).isEqualTo("a");
    }

    @Test
    void anOlderOrEqualVersionChangesNothing() {
        Row row = fold(null, upsert(3, "a"));

        assertThat(Fold.fold(row, upsert(2, "b"), 0)).isInstanceOf(Decision.Stale.class);
        assertThat(Fold.fold(row, upsert(3, "b"), 0)).isInstanceOf(Decision.Stale.class);
        assertThat(Fold.fold(row, delete(3), 0)).isInstanceOf(Decision.Stale.class);
    }

    @Test
    void nothingLateResurrectsTheDead() {
        Row grave = fold(fold(null, upsert(5, "a")), delete(6));

        assertThat(grave.state()).isEqualTo(State.GRAVE);
        assertThat(grave.value()).isEqualTo(RowValue.NONE);
        assertThat(Fold.fold(grave, upsert(5, "late"), 0)).isInstanceOf(Decision.Stale.class);
        assertThat(fold(grave, upsert(7, "born again")).live()).isTrue();
    }

    @Test
    void aDeleteOfWhatWasNeverSeenIsAGraveToo() {
        assertThat(fold(null, delete(6)).grave()).isTrue();
    }

    @Test
    void poisonParksTheKeyAndKeepsTheLastGoodValue() {
        Row parked = fold(fold(null, upsert(1, "good")), poison(2L));

        assertThat(parked.live()).isTrue();
        assertThat(text(parked)).isEqualTo("good");
        assertThat(parked.parked()).isNotNull();
        assertThat(parked.parked().reason()).isEqualTo("bad bytes");
    }

    @Test
    void theParkedVersionOrANewerOneHeals() {
        Row parked = fold(fold(null, upsert(1, "good")), poison(3L));

        assertThat(fold(parked, upsert(2, "between")).parked()).isNotNull();
        assertThat(fold(parked, upsert(3, "repaired")).parked()).isNull();
        assertThat(fold(parked, upsert(4, "newer")).parked()).isNull();
        assertThat(fold(parked, delete(4)).parked()).isNull();
    }

    @Test
    void whatHasNoVersionIsHealedByTheNextNewerOne() {
        Row parked = fold(fold(null, upsert(1, "good")), poison(null));

        assertThat(Fold.fold(parked, upsert(1, "copy"), 0)).isInstanceOf(Decision.Stale.class);
        assertThat(fold(parked, upsert(2, "newer")).parked()).isNull();
    }

    @Test
    void poisonOfAVersionThatIsKnownAlreadyChangesNothing() {
        Row row = fold(null, upsert(3, "a"));

        assertThat(Fold.fold(row, poison(3L), 0)).isInstanceOf(Decision.Stale.class);
        assertThat(Fold.fold(fold(row, poison(5L)), poison(4L), 0)).isInstanceOf(Decision.Stale.class);
    }

    @Test
    void aKeyThatWasOnlyEverPoisonHasNoValue() {
        Row parked = fold(null, poison(null));

        assertThat(parked.state()).isEqualTo(State.UNKNOWN);
        assertThat(fold(parked, upsert(Long.MIN_VALUE, "first")).live()).isTrue();
    }

    @Test
    void gravesExpireUnlessTheirKeyIsParked() {
        Row grave = ((Decision.Grave) Fold.fold(null, delete(1), 1_000)).row();

        assertThat(Fold.expired(grave, 1_999, 1_000)).isFalse();
        assertThat(Fold.expired(grave, 2_000, 1_000)).isTrue();
        assertThat(Fold.expired(fold(grave, poison(2L)), 9_000, 1_000)).isFalse();
        assertThat(Fold.expired(fold(null, upsert(1, "a")), 9_000, 1_000)).isFalse();
    }

    private static Row fold(@Nullable Row row, Event event) {
        Decision decision = Fold.fold(row, event, 0);
        if (decision instanceof Decision.Applied applied) {
            return applied.row();
        }
        if (decision instanceof Decision.Grave grave) {
            return grave.row();
        }
        return ((Decision.Parked) decision).row();
    }

    private Event upsert(long version, String value) {
        return new Upsert(0, offset++, version, RowValue.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    private Event delete(long version) {
        return new Delete(0, offset++, version);
    }

    private Event poison(@Nullable Long version) {
        return new Poison(0, offset++, version, "bad bytes");
    }

    private static String text(Row row) {
        return new String(row.value().bytes(), StandardCharsets.UTF_8);
    }
}
