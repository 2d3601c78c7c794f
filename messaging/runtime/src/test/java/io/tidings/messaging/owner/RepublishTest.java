package io.tidings.messaging.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.PoisonMessageException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Seeded: a failure names its seed. */
class RepublishTest {

    private static final int RUNS = 1_000;
    private static final Channel<String> CHANNEL = new Channel<>("entities", "entities", KeyType.STRING);
    private static final MessageType<String> TYPE =
            new MessageType<>("Entity", String.class, Schema.create(Schema.Type.STRING));
    private static final RepublishPace PACE = new RepublishPace(1_000_000_000, 3, Duration.ofSeconds(10));

    @Test
    void everythingIsSaidAgainAndNothingOldIsLeftBehindWhateverHappensMeanwhile() {
        for (long seed = 0; seed < RUNS; seed++) {
            BusyOwner owner = lived(seed, true);
            assertThat(owner.again).as("seed %d", seed).isEqualTo(owner.versions.keySet());
            assertThat(owner.log).as("seed %d", seed).isEqualTo(owner.versions);
        }
    }

    /** The check is worth something: compaction is left with old versions by who neither locks nor looks again. */
    @Test
    void whoDoesNotLookAgainLeavesAnOldVersionBehindANewOne() {
        boolean found = false;
        for (long seed = 0; seed < RUNS && !found; seed++) {
            BusyOwner owner = lived(seed, false);
            found = !owner.log.equals(owner.versions);
        }
        assertThat(found).isTrue();
    }

    @Test
    void whatIsDoneStaysDoneUntilItIsStartedAgain() {
        BusyOwner owner = calm();
        Republish<String, String> republish = over(owner);
        assertThat(republish.run(() -> false).done()).isTrue();
        owner.again.clear();

        assertThat(republish.run(() -> false).done()).isTrue();
        assertThat(owner.again).isEmpty();

        republish.restart();
        assertThat(republish.progress()).isEqualTo(RepublishProgress.START);
        assertThat(republish.run(() -> false).published()).isEqualTo(owner.versions.size());
        assertThat(owner.again).isEqualTo(owner.versions.keySet());
    }

    @Test
    void itStopsBetweenPagesWhenTold() {
        BusyOwner owner = calm();
        RepublishProgress halfway = over(owner).run(() -> true);
        assertThat(halfway.done()).isFalse();
        assertThat(halfway.published()).isEqualTo(3);
        assertThat(over(owner).run(() -> false).published()).isEqualTo(owner.versions.size());
    }

    @Test
    void whatCanNeverBePublishedEndsIt() {
        RepublishTurns<String, String> refusing = new RepublishTurns<>() {
            @Override
            public <T> T take(Function<RepublishTurn<String, String>, T> work) {
                throw new PoisonMessageException("too large", null);
            }
        };
        assertThatThrownBy(() -> new Republish<>("all", CHANNEL, TYPE, refusing, PACE).run(() -> false))
                .isInstanceOf(PoisonMessageException.class);
    }

    @Test
    void aPaceIsPositive() {
        assertThatThrownBy(() -> new RepublishPace(0, 1, Duration.ofSeconds(1))).hasMessageContaining("above 0");
    }

    private static BusyOwner lived(long seed, boolean looksAgain) {
        BusyOwner owner = new BusyOwner(new Random(seed), looksAgain);
        boolean done = false;
        while (!done) {
            done = survived(over(owner));
        }
        owner.settle();
        return owner;
    }

    private static boolean survived(Republish<String, String> republish) {
        try {
            return republish.run(() -> false).done();
        } catch (BusyOwner.Killed killed) {
            return false;
        }
    }

    private static BusyOwner calm() {
        BusyOwner owner = new BusyOwner(new Random(7), true);
        for (int id = 0; id < 8; id++) {
            owner.versions.put("e" + id, 1L);
        }
        owner.changesLeft = 0;
        owner.crashesLeft = 0;
        return owner;
    }

    private static Republish<String, String> over(BusyOwner owner) {
        return new Republish<>("all", CHANNEL, TYPE, owner, PACE);
    }
}
