package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.migration.CasterPlan;
import io.tidings.codegen.migration.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Casters between random records and what they may have been before. The measure is Avro's own resolution: where it reads what
 * the other version wrote, and a caster leaves nothing of it to a person, both come to the same. {@code -Dcasters.schemas=1000}
 * tries more, {@code -Dcasters.seed=N} others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CastersTest {

    private static final int SCHEMAS = Integer.getInteger("casters.schemas", 40);
    private static final long SEED = Long.getLong("casters.seed", 4);
    private static final int VALUES = 12;

    private final List<Schema> newer = LongStream.range(SEED * 7_000_000, SEED * 7_000_000 + SCHEMAS)
            .mapToObj(RandomSchemas::record)
            .toList();
    private final List<Schema> older = new ArrayList<>();
    private TwoMajors majors;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        for (int i = 0; i < SCHEMAS; i++) {
            // Every fourth is what it was.
            older.add(i % 4 == 0 ? newer.get(i) : EarlierVersion.of(newer.get(i), SEED + i));
        }
        majors = TwoMajors.compile(older, newer, folder);
    }

    @Test
    void whatNobodyHasToDecideIsWhatAvroResolves() throws Exception {
        int compared = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            compared += agree(i, Direction.UP, older.get(i), newer.get(i));
            compared += agree(i, Direction.DOWN, newer.get(i), older.get(i));
        }
        assertThat(compared).as("seed %d", SEED).isGreaterThan(SCHEMAS * VALUES / 2);
    }

    @Test
    void whatIsTheSameIsCompleteAndKeepsItsBytes() throws Exception {
        for (int i = 0; i < SCHEMAS; i += 4) {
            CasterPlan up = majors.plan(i, Direction.UP);
            CasterPlan down = majors.plan(i, Direction.DOWN);
            assertThat(up.decisions()).as("seed %d, record %d", SEED, i).isEmpty();
            assertThat(down.decisions()).as("seed %d, record %d", SEED, i).isEmpty();
            RandomDatums datums = new RandomDatums(SEED + i);
            for (int value = 0; value < VALUES; value++) {
                byte[] bytes = AvroItself.generic(older.get(i), datums.datum(older.get(i)));
                Object before =
                        majors.read(up.payload().from(), older.get(i), bytes).orElseThrow();
                Object after = majors.cast(down, majors.cast(up, before));
                assertThat(AvroItself.content(after))
                        .as("seed %d, record %d, value %d", SEED, i, value)
                        .isEqualTo(AvroItself.content(before));
                assertThat(majors.write(after)).isEqualTo(majors.write(before));
            }
        }
    }

    private int agree(int i, Direction direction, Schema from, Schema to) throws Exception {
        CasterPlan plan = majors.plan(i, direction);
        RandomDatums datums = new RandomDatums(SEED + i);
        int compared = 0;
        for (int value = 0; value < VALUES; value++) {
            byte[] bytes = AvroItself.generic(from, datums.datum(from));
            Object given = majors.read(plan.payload().from(), from, bytes).orElseThrow();
            Optional<Object> resolved = majors.read(plan.payload().to(), from, bytes);
            try {
                Object made = majors.cast(plan, given);
                if (resolved.isPresent()) {
                    compared++;
                    assertThat(AvroItself.content(made))
                            .as("seed %d, record %d %s, value %d:%n%s%n%s", SEED, i, direction, value, from, to)
                            .isEqualTo(AvroItself.content(resolved.get()));
                }
            } catch (TwoMajors.UndecidedException e) {
                // Avro may know: it puts up with lost digits, and with one thing that is read as another.
                assertThat(plan.complete()).isFalse();
            }
        }
        return compared;
    }
}
