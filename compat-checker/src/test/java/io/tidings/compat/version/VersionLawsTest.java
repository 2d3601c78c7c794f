package io.tidings.compat.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.rule.Bump;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of all versions, tried on random ones. */
class VersionLawsTest {

    private static final int TIMES = 20_000;
    private static final List<Bump> CHANGES = List.of(Bump.PATCH, Bump.MINOR, Bump.MAJOR);
    private static final List<String> NAMES = List.of("alpha", "beta", "rc", "SNAPSHOT", "x-y", "-", "0a");

    private final long seed = Long.getLong("tidings.seed", 35L);
    private Random random = new Random(seed);

    @BeforeEach
    void setUp() {
        random = new Random(seed);
    }

    @Test
    void precedence_is_a_total_order_that_build_metadata_does_not_touch() {
        for (int i = 0; i < TIMES; i++) {
            SemanticVersion a = version();
            SemanticVersion b = version();
            SemanticVersion c = version();
            String which = "seed " + seed + ": " + a + " " + b + " " + c;
            assertThat(Integer.signum(a.compareTo(b))).as(which).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.compareTo(b) == 0).as(which).isEqualTo(a.equals(b));
            if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
                assertThat(a.compareTo(c)).as(which).isLessThanOrEqualTo(0);
            }
            assertThat(SemanticVersion.parse(a.toString())).as(which).contains(a);
            assertThat(SemanticVersion.parse(a + "+b.7")).as(which).contains(a);
            assertThat(a.isPreRelease() ? a.compareTo(a.release()) : -1)
                    .as(which)
                    .isNegative();
        }
    }

    @Test
    void what_is_suggested_suffices_and_is_the_lowest_release_that_does() {
        for (int i = 0; i < TIMES; i++) {
            SemanticVersion from = version();
            Bump required = CHANGES.get(random.nextInt(CHANGES.size()));
            SemanticVersion next = VersionStep.next(from, required);
            String which = "seed " + seed + ": " + required + " after " + from + " is " + next;
            assertThat(next.isPreRelease()).as(which).isFalse();
            assertThat(new VersionStep(from, next).declares()).as(which).isGreaterThanOrEqualTo(required);
            releasesBelow(next)
                    .filter(lower -> lower.compareTo(from) > 0)
                    .forEach(lower -> assertThat(new VersionStep(from, lower).declares())
                            .as(which + ", not " + lower)
                            .isLessThan(required));
        }
    }

    @Test
    void what_is_suggested_to_a_pre_release_is_one_and_suffices() {
        for (int i = 0; i < TIMES; i++) {
            SemanticVersion from = version();
            SemanticVersion now = random.nextInt(4) == 0 ? from : version();
            Bump required = CHANGES.get(random.nextInt(CHANGES.size()));
            SemanticVersion next = VersionStep.next(from, Optional.of(now), required);
            String which = "seed " + seed + ": " + required + " after " + from + ", now " + now + ", is " + next;
            assertThat(next.isPreRelease()).as(which).isEqualTo(now.isPreRelease());
            boolean open = next.equals(from) && from.stillOpenFor(required);
            assertThat(open || new VersionStep(from, next).declares().compareTo(required) >= 0)
                    .as(which)
                    .isTrue();
            assertThat(VersionStep.next(from, Optional.of(next), required))
                    .as(which)
                    .isEqualTo(next);
            assertThat(VersionStep.next(from, Optional.of(now), Bump.NONE))
                    .as(which)
                    .isEqualTo(from);
        }
    }

    @Test
    void a_longer_way_declares_no_less() {
        for (int i = 0; i < TIMES; i++) {
            List<SemanticVersion> way =
                    Stream.generate(this::version).limit(3).sorted().toList();
            Bump first = new VersionStep(way.get(0), way.get(1)).declares();
            Bump whole = new VersionStep(way.get(0), way.get(2)).declares();
            assertThat(whole).as("seed " + seed + ": " + way).isGreaterThanOrEqualTo(first);
        }
    }

    /** Some releases right below a version, from each of its numbers. */
    private static Stream<SemanticVersion> releasesBelow(SemanticVersion version) {
        List<SemanticVersion> below = new ArrayList<>();
        BigInteger many = BigInteger.valueOf(99);
        if (version.patch().signum() > 0) {
            below.add(new SemanticVersion(
                    version.major(), version.minor(), version.patch().subtract(BigInteger.ONE), List.of()));
        }
        if (version.minor().signum() > 0) {
            below.add(new SemanticVersion(version.major(), version.minor().subtract(BigInteger.ONE), many, List.of()));
        }
        if (version.major().signum() > 0) {
            below.add(new SemanticVersion(version.major().subtract(BigInteger.ONE), many, many, List.of()));
        }
        return below.stream();
    }

    private SemanticVersion version() {
        List<String> preRelease = new ArrayList<>();
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            preRelease.add(random.nextBoolean() ? pick() : Integer.toString(random.nextInt(12)));
        }
        return new SemanticVersion(number(), number(), number(), preRelease);
    }

    private String pick() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private BigInteger number() {
        return BigInteger.valueOf(random.nextInt(3));
    }
}
