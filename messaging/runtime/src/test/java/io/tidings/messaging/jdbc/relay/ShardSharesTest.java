package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSharesTest {
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong();
    /** What the table of leases says. */
    private final Map<Integer, String> leaders = new HashMap<>();

    private ShardShares member(int shards) {
        return new ShardShares(shards, DOUBT, clock::get);
    }

    /** One look at the table, and what follows from it: shards that are given up, and shards that are taken. */
    private void beat(ShardShares shares, Set<String> members, int shards) {
        shares.see(members, leaders);
        for (int shard = 0; shard < shards; shard++) {
            boolean leads = shares.owner().equals(leaders.get(shard));
            if (leads && shares.mustEnd(shard)) {
                leaders.remove(shard);
                shares.ended(shard, true);
            } else if (!leads && shares.mayBegin(shard)) {
                if (leaders.containsKey(shard)) {
                    shares.ended(shard, true);
                } else {
                    leaders.put(shard, shares.owner());
                }
            }
        }
    }

    private List<Integer> counts(List<ShardShares> members) {
        return members.stream()
                .map(member -> Collections.frequency(leaders.values(), member.owner()))
                .sorted()
                .toList();
    }

    @Test
    void nobodyBeginsBeforeItHasSeenTheOthers() {
        assertThat(member(4).mayBegin(0)).isFalse();
    }

    @Test
    void aNewMemberMovesNoMoreThanItsPart() {
        ShardShares first = member(8);
        beat(first, Set.of(first.owner()), 8);
        assertThat(counts(List.of(first))).containsExactly(8);
        Map<Integer, String> before = new HashMap<>(leaders);
        ShardShares second = member(8);
        Set<String> both = Set.of(first.owner(), second.owner());
        beat(second, both, 8);
        assertThat(leaders).as("nobody takes what is led").isEqualTo(before);
        beat(first, both, 8);
        beat(second, both, 8);
        assertThat(counts(List.of(first, second))).containsExactly(4, 4);
        assertThat(leaders.keySet().stream().filter(shard -> first.owner().equals(leaders.get(shard))))
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void oneWithTroubleIsNotCountedOnForAWhile() {
        ShardShares shares = member(2);
        shares.see(Set.of(), Map.of());
        assertThat(shares.mayBegin(0)).isTrue();
        assertThat(shares.sound()).isTrue();
        shares.ended(0, false);
        assertThat(shares.sound()).isFalse();
        clock.addAndGet(DOUBT.toNanos());
        assertThat(shares.sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 16, 64, 256})
    void whoeverComesAndGoesAllIsServedInEqualPartsSoonAfter(int shards) {
        Random random = new Random(shards);
        List<ShardShares> members = new ArrayList<>();
        members.add(member(shards));
        for (int round = 0; round < 60; round++) {
            int change = random.nextInt(3);
            if (change == 0) {
                members.add(member(shards));
            } else if (change == 1 && members.size() > 1) {
                String gone = members.remove(random.nextInt(members.size())).owner();
                leaders.values().removeIf(gone::equals);
            }
            Set<String> alive = members.stream().map(ShardShares::owner).collect(Collectors.toCollection(HashSet::new));
            for (int beat = 0; beat < 4; beat++) {
                Collections.shuffle(members, random);
                members.forEach(member -> beat(member, alive, shards));
            }
            assertThat(leaders).as("round %s", round).hasSize(shards);
            List<Integer> counts = counts(members);
            assertThat(counts.get(counts.size() - 1) - counts.get(0))
                    .as("round %s: %s", round, counts)
                    .isLessThanOrEqualTo(1);
        }
    }
}
