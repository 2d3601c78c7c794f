package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.AtLeast;
import io.tidings.replication.BehindException;
import io.tidings.replication.FakeCluster;
import io.tidings.replication.FakeCluster.Instance;
import io.tidings.replication.ParkedKeyException;
import io.tidings.replication.RestaurantView;
import io.tidings.replication.StaleReplicaException;
import io.tidings.replication.Staleness;
import io.tidings.replication.TooManyRowsException;
import io.tidings.replication.UnansweredException;
import io.tidings.replication.remote.Answer;
import io.tidings.replication.remote.Entry;
import io.tidings.replication.remote.EverywhereView;
import io.tidings.replication.remote.Gathered;
import io.tidings.replication.remote.PeerOptions;
import io.tidings.replication.remote.Peers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three instances with real endpoints and a pretended group. */
class EverywhereTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int PARTITIONS = 6;

    private final List<ReplicaEndpoint> endpoints = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<EverywhereView<String, RestaurantView>> views = new ArrayList<>();
    private FakeCluster cluster = new FakeCluster(PARTITIONS, Staleness.answerAlways(), Clock.systemUTC());

    @AfterEach
    void close() {
        endpoints.forEach(ReplicaEndpoint::close);
    }

    @Test
    void everyInstanceAnswersEveryKey() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        Map<String, String> expected = published(30);

        for (EverywhereView<String, RestaurantView> view : views) {
            expected.forEach((key, name) -> {
                Answer<RestaurantView> answer = view.get(key, LONG);
                assertThat(answer.value()).map(RestaurantView::name).contains(name);
                assertThat(answer.standby()).isFalse();
                assertThat(answer.from()).isEqualTo(ownerOf(key));
                assertThat(answer.freshness().caughtUpAt()).isPresent();
            });
            assertThat(view.get("nobody", LONG).row()).isEmpty();
            assertThat(names(view.range(null, null, 1_000, LONG))).isEqualTo(expected);
        }
    }

    @Test
    void indexesFindRowsOnAllInstances() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        for (int i = 0; i < 20; i++) {
            cluster.says("r" + i, 1, i % 2 == 0 ? "even" : "odd");
        }

        Gathered<String, RestaurantView> found = views.get(0).by(RestaurantView.NAME, "even", LONG);

        assertThat(found.entries())
                .extracting(Entry::key)
                .hasSize(10)
                .isSorted()
                .allMatch(key -> number(key) % 2 == 0);
        assertThat(found.from()).hasSize(3);
        assertThat(found.freshness().positions().get(0).offsets()).hasSize(PARTITIONS);
        assertThat(views.get(1).by(RestaurantView.NAME, "prime", LONG).entries())
                .isEmpty();
    }

    @Test
    void aRangeIsReadPageByPage() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        Map<String, String> expected = published(40);

        Map<String, String> read = new TreeMap<>();
        String from = null;
        boolean more = true;
        while (more) {
            Gathered<String, RestaurantView> page = views.get(2).range(from, null, 7, LONG);
            assertThat(page.entries())
                    .hasSizeBetween(1, 7)
                    .extracting(Entry::key)
                    .isSorted();
            read.putAll(names(page));
            more = page.more();
            from = page.entries().get(page.entries().size() - 1).key() + "\0";
        }

        assertThat(read).isEqualTo(expected);
    }

    @Test
    void anInstanceThatIsGoneIsStoodInForByAStandby() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        Map<String, String> expected = published(30);
        endpoints.get(1).close();

        for (EverywhereView<String, RestaurantView> view : List.of(views.get(0), views.get(2))) {
            expected.forEach((key, name) -> {
                Answer<RestaurantView> answer = view.get(key, LONG);
                assertThat(answer.value()).map(RestaurantView::name).contains(name);
                boolean gone = ownerOf(key).equals(endpoints.get(1).address());
                assertThat(answer.standby()).isEqualTo(gone);
                assertThat(answer.freshness().caughtUpAt().isPresent()).isEqualTo(!gone);
            });
            Gathered<String, RestaurantView> all = view.range(null, null, 1_000, LONG);
            assertThat(names(all)).isEqualTo(expected);
            assertThat(all.standby()).containsExactlyInAnyOrder(1, 4);
            assertThat(all.freshness().caughtUpAt()).isEmpty();
        }
    }

    @Test
    void aViewThatMustBeFreshIsNotAnsweredByAStandby() {
        started(PeerOptions.DEFAULT, Staleness.failAfter(Duration.ofMinutes(1)));
        cluster.says("roma", 1, "Roma");
        String key = keyOf(1);
        cluster.says(key, 1, "Napoli");
        endpoints.get(1).close();

        assertThatThrownBy(() -> views.get(0).get(key, SHORT))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("standbys may not answer");
        assertThatThrownBy(() -> views.get(0).range(null, null, 10, SHORT))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("for partitions [1, 4]");
    }

    @Test
    void whoHasLostTouchSaysSoFromAfar() {
        started(PeerOptions.DEFAULT, Staleness.failAfter(Duration.ofMinutes(1)));
        instances.get(1).caughtUpAt(null);

        assertThatThrownBy(() -> views.get(0).get(keyOf(1), LONG)).isInstanceOf(StaleReplicaException.class);
        assertThatThrownBy(() -> views.get(0).by(RestaurantView.NAME, "x", LONG))
                .isInstanceOf(StaleReplicaException.class);
    }

    @Test
    void aPartitionThatHasMovedIsFoundWhereItWent() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        cluster.says(key, 1, "moved");
        cluster.hold(1, instances.get(2));
        instances.get(0).believes(1, instances.get(1));

        Answer<RestaurantView> answer = views.get(0).get(key, LONG);

        assertThat(answer.value()).map(RestaurantView::name).contains("moved");
        assertThat(answer.from()).isEqualTo(endpoints.get(2).address());
    }

    @Test
    void instancesThatReferToEachOtherDoNotGoOnForEver() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        cluster.hold(1, instances.get(2));
        instances.get(0).believes(1, instances.get(1));
        instances.get(1).believes(1, instances.get(0));
        instances.get(2).notReady();

        assertThatThrownBy(() -> views.get(0).get(key, SHORT))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("Partition 1 is not here");
    }

    @Test
    void noMoreHopsAreMadeThanAllowed() {
        started(PeerOptions.DEFAULT.withMaxHops(1), Staleness.answerAlways());
        String key = keyOf(1);
        cluster.hold(1, instances.get(2));
        instances.get(0).believes(1, instances.get(1));

        assertThatThrownBy(() -> views.get(0).get(key, SHORT)).isInstanceOf(UnansweredException.class);
    }

    @Test
    void whileItIsAskedAnInstanceMayBecomeReady() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        cluster.says(key, 1, "Roma");
        instances.get(1).believes(1, instances.get(1));
        cluster.hold(1, instances.get(1));
        instances.get(1).notReady();
        Thread mender = new Thread(() -> cluster.hold(1, instances.get(1)));
        mender.start();

        assertThat(views.get(0).get(key, LONG).value()).isPresent();
    }

    @Test
    void anInstanceThatHangsDoesNotUseUpTheTimeOfItsStandby() throws IOException {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        cluster.says(key, 1, "Roma");
        int port = endpoints.get(1).uri().getPort();
        endpoints.get(1).close();
        // It takes connections, and never says a word.
        try (ServerSocket hanging = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            assertThat(hanging.isBound()).isTrue();

            Answer<RestaurantView> answer = views.get(0).get(key, Duration.ofSeconds(2));
            assertThat(answer.standby()).isTrue();
            assertThat(answer.value()).map(RestaurantView::name).contains("Roma");
            // By now it is suspect, and asked only when nobody else can be.
            assertThat(views.get(0).get(key, Duration.ofSeconds(2)).standby()).isTrue();
        }
    }

    @Test
    void aChangeIsWaitedForWhereItIs() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        AtLeast place = cluster.says(key, 3, "Roma");

        assertThat(views.get(0).get(key, place, LONG).value()).isPresent();
        assertThat(views.get(0).get(key, AtLeast.version(3), LONG).value()).isPresent();
        assertThatThrownBy(() -> views.get(0).get(key, AtLeast.version(4), SHORT))
                .isInstanceOf(BehindException.class)
                .hasMessageContaining("has version 3");
        cluster.babbles(key, 4L);
        assertThatThrownBy(() -> views.get(0).get(key, AtLeast.version(4), LONG))
                .isInstanceOf(ParkedKeyException.class)
                .hasMessageContaining("nobody understands");
    }

    @Test
    void aStandbyAnswersForAChangeOnlyIfItKnowsIt() {
        started(PeerOptions.DEFAULT, Staleness.answerAlways());
        String key = keyOf(1);
        AtLeast place = cluster.says(key, 3, "Roma");
        endpoints.get(1).close();

        assertThat(views.get(0).get(key, AtLeast.version(3), LONG).standby()).isTrue();
        assertThatThrownBy(() -> views.get(0).get(key, AtLeast.version(4), SHORT))
                .isInstanceOf(UnansweredException.class);
        assertThatThrownBy(() -> views.get(0).get(key, place, SHORT)).isInstanceOf(UnansweredException.class);
    }

    @Test
    void moreRowsThanOneMayAskForAreRefused() {
        started(PeerOptions.DEFAULT.withMaxRows(5), Staleness.answerAlways());
        for (int i = 0; i < 60; i++) {
            cluster.says("r" + i, 1, "same");
        }

        assertThatThrownBy(() -> views.get(0).by(RestaurantView.NAME, "same", LONG))
                .isInstanceOfSatisfying(
                        TooManyRowsException.class,
                        e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("at most 5 rows");
        assertThat(views.get(0).range(null, null, 100, LONG).entries()).hasSize(5);
    }

    @Test
    void anotherVersionOfTheServiceIsNotMistakenForThisOne() {
        started(PeerOptions.DEFAULT, Staleness.failAfter(Duration.ofMinutes(1)));
        endpoints.get(1).serve(new FakeServed());

        assertThatThrownBy(() -> views.get(0).get(keyOf(1), SHORT))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("There is no 'RestaurantView-");
    }

    @Test
    void withoutAddressesNobodyIsFound() {
        cluster = new FakeCluster(2, Staleness.answerAlways(), Clock.systemUTC());
        Instance alone = cluster.join("");
        cluster.hold(0, alone);
        var peers = new Peers(PeerOptions.DEFAULT);
        EverywhereView<String, RestaurantView> view = EverywhereView.of(alone.view(), peers);
        String elsewhere = cluster.partitionOf("a") == 1 ? "a" : "b";

        assertThatThrownBy(() -> view.get(elsewhere, SHORT))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("application.server");
    }

    @Test
    void aViewThatIsHereAsAWholeIsNotAskedForElsewhere() {
        cluster = new FakeCluster(
                1,
                Staleness.answerAlways(),
                Clock.systemUTC(),
                RestaurantView.on(FakeCluster.TOPIC).fullCopy());
        Instance alone = cluster.join("127.0.0.1:1");
        cluster.hold(0, alone);
        alone.believes(0, cluster.join("127.0.0.1:2"));
        EverywhereView<String, RestaurantView> view = EverywhereView.of(alone.view(), new Peers(PeerOptions.DEFAULT));
        AtLeast place = cluster.says("roma", 1, "Roma");

        assertThat(view.get("roma", place, LONG).value()).isPresent();
        assertThat(view.get("nobody", LONG).row()).isEmpty();
        assertThat(view.by(RestaurantView.NAME, "Roma", LONG).entries()).hasSize(1);
        assertThat(names(view.range(null, null, 10, LONG))).containsOnlyKeys("roma");

        alone.notReady();
        assertThatThrownBy(() -> view.get("roma", SHORT)).isInstanceOf(UnansweredException.class);
        assertThatThrownBy(() -> view.range(null, null, 10, SHORT)).isInstanceOf(UnansweredException.class);
    }

    private void started(PeerOptions peers, Staleness staleness) {
        cluster = new FakeCluster(PARTITIONS, staleness, Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            ReplicaEndpoint endpoint = ReplicaEndpoint.open(EndpointOptions.DEFAULT.withPeers(peers));
            endpoints.add(endpoint);
            Instance instance = cluster.join(endpoint.address());
            instances.add(instance);
            views.add(EverywhereView.of(instance.view(), endpoint.peers()));
            endpoint.serve(new FakeServed(instance.view()));
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            cluster.hold(partition, instances.get(partition % 3), instances.get((partition + 1) % 3));
        }
    }

    private Map<String, String> published(int keys) {
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < keys; i++) {
            cluster.says("r" + i, 1, "name " + i);
            expected.put("r" + i, "name " + i);
        }
        cluster.deletes("r3", 2);
        expected.remove("r3");
        return expected;
    }

    private String ownerOf(String key) {
        return endpoints.get(cluster.partitionOf(key) % 3).address();
    }

    /** A key of a partition. */
    private String keyOf(int partition) {
        for (int i = 0; ; i++) {
            if (cluster.partitionOf("k" + i) == partition) {
                return "k" + i;
            }
        }
    }

    private static int number(@Nullable String key) {
        return Integer.parseInt(String.valueOf(key).substring(1));
    }

    private static Map<String, String> names(Gathered<String, RestaurantView> rows) {
        Map<String, String> names = new TreeMap<>();
        rows.entries()
                .forEach(entry -> names.put(entry.key(), entry.row().value().name()));
        return names;
    }
}
