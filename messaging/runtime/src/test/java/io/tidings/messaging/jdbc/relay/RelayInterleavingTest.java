package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred thousand lives of writers, outbox, relays and receivers, each with its own seed: with everything that may go wrong,
 * nothing may go wrong. And relays with one bug each, to show that it would be seen.
 */
class RelayInterleavingTest {
    private static final int LIVES = Integer.getInteger("tidings.interleavings", 100_000);
    private static final long FIRST_SEED = Long.getLong("tidings.seed", 20_261_123);
    private static final EnumSet<SimulatedWorld.Fault> ALL = EnumSet.allOf(SimulatedWorld.Fault.class);

    @Test
    void nothingIsLostInventedOvertakenOrDoneTwice() {
        live(Kind.POLLING, "POLLING", LIVES / 2);
        live(Kind.TAILING, "TAILING", LIVES / 4);
        live(Kind.BOTH, "BOTH", LIVES - LIVES / 2 - LIVES / 4);
    }

    private static void live(Kind kind, String name, int lives) {
        LongStream.range(FIRST_SEED, FIRST_SEED + lives).parallel().forEach(seed -> {
            try {
                new SimulatedWorld(seed, kind, ALL, null).live();
            } catch (Promises.Broken | RuntimeException e) {
                throw new AssertionError(Shrinking.story(name, seed, kind, 1_000), e);
            }
        });
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("cursorOverIds", BrokenRelays.cursorOverIds(), "Lost"),
                Arguments.of("pipelinedSends", BrokenRelays.pipelinedSends(), "Overtaken"),
                Arguments.of("leaseWithoutFencing", BrokenRelays.leaseWithoutFencing(), "Sent again"),
                Arguments.of("secondProducerUnfenced", BrokenRelays.secondProducerUnfenced(), "Sent again"),
                Arguments.of("deleteBeforeSending", BrokenRelays.deleteBeforeSending(), "Lost"),
                Arguments.of("readingAheadOfItself", BrokenRelays.readingAheadOfItself(), "Sent again"),
                Arguments.of("silenceTakenForConsent", BrokenRelays.silenceTakenForConsent(), "Lost"),
                Arguments.of("barredKeyOvertaken", BrokenRelays.barredKeyOvertaken(), "Overtaken"),
                Arguments.of("deletionWithoutTheLease", BrokenRelays.deletionWithoutTheLease(), "Written without"),
                Arguments.of("orderOfTransactions", BrokenRelays.orderOfTransactions(), "Overtaken"),
                Arguments.of("idsDrawnAhead", BrokenRelays.idsDrawnAhead(), "Overtaken"),
                Arguments.of("logWithoutTheTable", BrokenRelays.logWithoutTheTable(), "Lost"),
                Arguments.of("offsetBeforeEffect", BrokenRelays.offsetBeforeEffect(), "Lost"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("broken")
    @SuppressWarnings("SystemOut") // how soon it was found, and the shortest story, are for people
    void aBugIsFound(String name, Kind kind, String said) {
        for (int tried = 1; tried <= 5_000; tried++) {
            long seed = FIRST_SEED + tried;
            try {
                new SimulatedWorld(seed, kind, ALL, null).live();
            } catch (Promises.Broken e) {
                if (String.valueOf(e.getMessage()).startsWith(said)) {
                    String story = Shrinking.story(name, seed, kind, 200);
                    System.out.println("Found after " + tried + " lives. " + story);
                    assertThat(story).contains(said);
                    return;
                }
            }
        }
        throw new AssertionError("Nobody noticed " + name);
    }

    @Test
    void aLifeCanBeRepeated() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        new SimulatedWorld(7, Kind.BOTH, ALL, first).live();
        new SimulatedWorld(7, Kind.BOTH, ALL, second).live();
        assertThat(second).isEqualTo(first).isNotEmpty();
    }
}
