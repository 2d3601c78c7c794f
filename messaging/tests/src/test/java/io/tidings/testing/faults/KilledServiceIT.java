package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service that is killed with SIGKILL at one point after the other, each life beginning where the last one ended; then what
 * was acknowledged is compared with what took effect.
 */
class KilledServiceIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int SIGKILLED = 128 + 9;

    @TempDir
    private Path directory;

    @Test
    void survivesTheCommonestDeaths() throws Exception {
        Random random = Seed.random("KilledServiceIT");
        List<KillPoint> deaths = new ArrayList<>(List.of(
                KillPoint.OUTBOX_WRITTEN, KillPoint.COMMITTED, KillPoint.RELAY_SENT, KillPoint.DEAD_LETTER_SENT));
        Collections.shuffle(deaths, random);
        run("consumer", deaths, random, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void survivesEveryDeathInAnyOrder(String protocol) throws Exception {
        Random random = Seed.random("KilledServiceIT " + protocol);
        List<KillPoint> deaths = new ArrayList<>(KillPoint.OF_SHOP);
        Collections.shuffle(deaths, random);
        run(protocol, deaths, random, Map.of());
    }

    /** KIP-345: it bears the name of the one that died, and the group may still believe that one alive. */
    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void staticMembersComeBack(String protocol) throws Exception {
        Random random = Seed.random("KilledServiceIT, static members, " + protocol);
        List<KillPoint> deaths = List.of(KillPoint.FETCHED, KillPoint.COMMITTED, KillPoint.CLOSING);
        run(protocol, deaths, random, Map.of("group.instance.id", "the-shop"));
    }

    private void run(String protocol, List<KillPoint> deaths, Random random, Map<String, String> more)
            throws Exception {
        try (Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "kills")) {
            Customers customers = new Customers(field.transport(), field.prefix, 20, true, random.nextLong());
            for (KillPoint death : deaths) {
                try (ChildProcess shop = field.process(death, 1 + random.nextInt(3), directory, more)) {
                    customers.order(150, 25, 1);
                    die(shop, death, field, customers);
                }
            }
            customers.settle();
            assertThat(customers.failures()).isZero();
            try (ChildProcess last = field.process(null, 0, directory, more)) {
                Checker.Verdict verdict = new Checker(field, customers).check();
                Seed.report("KilledServiceIT " + protocol + more + ", killed " + deaths.size() + " times", verdict);
                last.signal(Signal.TERM);
                last.awaitLine(ShopMain.CLOSED, SOON);
            }
        }
    }

    /** Brings it about that the service comes by, and makes sure that it died there and of that. */
    private static void die(ChildProcess shop, KillPoint death, Field field, Customers customers) throws Exception {
        switch (death) {
            case REVOKED -> {
                shop.awaitLine(ShopMain.READY, SOON);
                provokeRevocation(shop, field, customers);
            }
            case CLOSING -> {
                shop.awaitLine(ShopMain.READY, SOON);
                shop.signal(Signal.TERM);
            }
            default -> {}
        }
        assertThat(shop.awaitExit(SOON)).as("%s:%n%s", death, shop.tail(30)).isEqualTo(SIGKILLED);
        assertThat(shop.tail(500)).contains(death.lastWords());
    }

    /** Another one joins, while there is something to commit. */
    private static void provokeRevocation(ChildProcess shop, Field field, Customers customers) throws Exception {
        Map<String, String> configuration = field.configuration(field.nextLife());
        while (shop.isAlive()) {
            try (Shop other = field.shop(configuration, field.databaseUrl, Shop.HandlerPause.NONE)) {
                customers.order(50, 0, 1);
                assertThat(other.awaitReady(SOON)).isTrue();
            }
        }
    }
}
