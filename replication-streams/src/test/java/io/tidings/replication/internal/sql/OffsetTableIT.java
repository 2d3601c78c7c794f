package io.tidings.replication.internal.sql;

import static io.tidings.replication.internal.sql.SqlFixture.FIRST;
import static io.tidings.replication.internal.sql.SqlFixture.SECOND;
import static io.tidings.replication.internal.sql.SqlFixture.batch;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beginning again, in PostgreSQL, without any broker. */
class OffsetTableIT {

    private final SqlFixture fixture = new SqlFixture();

    @Test
    void anotherTopicOfTheSameNameIsReadFromItsStart() {
        fixture.claim("a", FIRST);
        fixture.execute("UPDATE tidings_replica_offset SET next_offset = 7");

        Claim same = fixture.claim("b", FIRST).get(FIRST);
        assertThat(same).isEqualTo(new Claim(FIRST, 2, 7, false));
        Claim other = fixture.in(connection ->
                        fixture.offsets.claim(connection, List.of(FIRST), "c", Map.of("v1", "another id")))
                .get(FIRST);
        assertThat(other).isEqualTo(new Claim(FIRST, 3, Claim.BEGINNING, true));
    }

    @Test
    void positionsInAnotherTopicOfTheSameNameAreLeftBeforeAnybodyTakesIt() {
        var claims = fixture.claim("a", FIRST, SECOND);
        fixture.execute("UPDATE tidings_replica_offset SET next_offset = 7");
        fixture.in(connection -> {
            fixture.offsets.leaveOthers(connection, Map.of("v1", "another id", "v2", "id-2"));
            return true;
        });

        assertThat(fixture.query("SELECT topic, next_offset FROM tidings_replica_offset ORDER BY topic"))
                .isEqualTo("v1|-1\nv2|7");
        assertThatThrownBy(() ->
                        fixture.writer().write(batch(List.of(fixture.arrival("1", fixture.upsert(1, "x")))), claims))
                .isInstanceOf(FencedException.class);
    }

    @Test
    void aTableThatSomebodyHasEmptiedIsFilledAgain() throws Exception {
        var claims = fixture.claim("a", FIRST);
        fixture.writer().write(batch(List.of(fixture.arrival("1", fixture.upsert(1, "Roma")))), claims);
        fixture.execute("TRUNCATE " + fixture.schema.table());
        fixture.in(connection -> {
            new SqlTables(fixture.schema, "app-Restaurants-1").prepare(connection, true);
            return true;
        });

        assertThat(requireNonNull(fixture.claim("b", FIRST).get(FIRST)).next()).isEqualTo(Claim.BEGINNING);
        assertThat(fixture.query("SELECT sum(live + graves + parked) FROM tidings_replica_offset"))
                .isEqualTo("0");
        assertThatThrownBy(() ->
                        fixture.writer().write(batch(List.of(fixture.arrival("1", fixture.upsert(2, "x")))), claims))
                .as("who wrote before has an epoch that nobody has again")
                .isInstanceOf(FencedException.class);
    }
}
