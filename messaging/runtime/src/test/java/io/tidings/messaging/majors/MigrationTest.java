package io.tidings.messaging.majors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.majors.Migration.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Twenty thousand migrations: each message is applied once, in order, and none is missed. {@code -Dmigrations.lives=100000} lives
 * through more, {@code -Dmigrations.seed=N} through others.
 */
class MigrationTest {

    private static final int LIVES = Integer.getInteger("migrations.lives", 20_000);
    private static final long SEED = Long.getLong("migrations.seed", 8);

    private static boolean holds(long seed, Set<Rule> rules) {
        Migration migration = new Migration(seed, rules);
        List<Integer> applied = migration.live();
        return applied.equals(IntStream.range(0, migration.written()).boxed().toList());
    }

    @Test
    void whoeverFollowsTheStepsAppliesEachMessageOnceAndInOrder() {
        for (long seed = SEED * LIVES; seed < (SEED + 1) * LIVES; seed++) {
            assertThat(holds(seed, EnumSet.allOf(Rule.class)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    /** Else the checker would see nothing. */
    @ParameterizedTest
    @EnumSource
    void withoutAnyOfTheRulesSomethingGoesWrong(Rule broken) {
        Set<Rule> rules = EnumSet.complementOf(EnumSet.of(broken));
        assertThat(IntStream.range(0, 1000).filter(seed -> !holds(seed, rules)).findFirst())
                .isPresent();
    }
}
