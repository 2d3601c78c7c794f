package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.FaultProxy;
import io.tidings.embedded.FaultProxy.Direction;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.KafkaBrokerOptions;
import io.tidings.embedded.KafkaBrokerProcess;
import io.tidings.embedded.PostgresServer;
import io.tidings.embedded.Signal;
import io.tidings.messaging.kafka.KafkaTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trade goes on while a nemesis strikes at what the shops stand on; then one checker looks at what became of it. */
class NemesisIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    /** The short form looks at the protocol that is the default. */
    static List<String> protocols() {
        return Seed.whole() ? List.of("consumer", "classic") : List.of("consumer");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void fiveInstancesJoinAndLeave(String protocol) throws Exception {
        Random random = Seed.random("storm, " + protocol);
        int moves = Seed.whole() ? 40 : 6;
        List<Shop> open = new ArrayList<>();
        try (Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "storm");
                Trade trade = trade(field, field.transport(), 0, 1, random)) {
            for (int move = 0; move < moves; move++) {
                trade.allow(60);
                if (open.isEmpty() || (open.size() < 5 && random.nextInt(5) < 3)) {
                    open.add(field.shop(
                            field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE));
                    assertThat(open.get(open.size() - 1).awaitReady(SOON)).isTrue();
                } else {
                    open.remove(random.nextInt(open.size())).close();
                }
                pause(random.nextInt(200));
            }
            if (open.isEmpty()) {
                open.add(field.shop(field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE));
            }
            conclude("storm, " + protocol + ", " + moves + " moves", field, trade);
        } finally {
            for (Shop shop : open) {
                shop.close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void theNetworkFails(String protocol) throws Exception {
        Random random = Seed.random("network, " + protocol);
        int strikes = Seed.whole() ? 40 : 4;
        FaultProxy kafka = KafkaBroker.shared().proxy();
        try (FaultProxy postgres = FaultProxy.to(PostgresServer.shared().port());
                Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "network")) {
            Map<String, String> behind = field.configuration(field.nextLife());
            behind.put("bootstrap.servers", kafka.address());
            behind.put("request.timeout.ms", "1000");
            try (KafkaTransport customers = KafkaTransport.connect(behind, new PlainCodec());
                    Shop shop = field.shop(behind, postgres.through(field.databaseUrl), Shop.HandlerPause.NONE);
                    Trade trade = trade(field, customers, 0, 1, random)) {
                assertThat(shop.awaitReady(SOON)).isTrue();
                for (int strike = 0; strike < strikes; strike++) {
                    trade.allow(60);
                    pause(random.nextInt(100));
                    FaultProxy struck = random.nextInt(3) == 0 ? postgres : kafka;
                    strike(struck, random);
                    trade.allow(60);
                    pause(200 + random.nextInt(1500));
                    struck.heal();
                }
                conclude("network, " + protocol + ", " + strikes + " strikes", field, trade);
            } finally {
                kafka.heal();
            }
        }
    }

    private static void strike(FaultProxy network, Random random) {
        Direction direction = random.nextBoolean() ? Direction.REQUESTS : Direction.ANSWERS;
        switch (random.nextInt(8)) {
            case 0 -> network.cut();
            case 1 -> {
                network.refuse();
                network.cut();
            }
            case 2 -> network.halfOpen();
            case 3 -> network.stall(direction);
            case 4 -> network.delay(direction, Duration.ofMillis(5), Duration.ofMillis(100), random.nextLong());
            case 5 -> network.swallow(Direction.ANSWERS);
            case 6 -> network.trickle(direction, 500, Duration.ofMillis(20));
            default -> network.cutAfter(direction, random.nextInt(5_000));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void theBrokerIsKilled(String protocol) throws Exception {
        Random random = Seed.random("broker, " + protocol);
        int kills = Seed.whole() ? 6 : 1;
        KafkaBrokerOptions durable = KafkaBrokerOptions.defaults();
        try (KafkaBrokerProcess broker = KafkaBrokerProcess.start(durable);
                Field field = new Field(broker.bootstrapServers(), protocol, "broker");
                Shop shop =
                        field.shop(field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE);
                Trade trade = trade(field, field.transport(), 0, 1, random)) {
            assertThat(shop.awaitReady(SOON)).isTrue();
            for (int kill = 0; kill < kills; kill++) {
                trade.allow(300);
                pause(random.nextInt(500));
                broker.kill();
                broker.startAgain();
            }
            trade.allow(100);
            conclude("broker, " + protocol + ", killed " + kills + " times", field, trade);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void theDatabaseIsKilled(String protocol) throws Exception {
        Random random = Seed.random("database, " + protocol);
        PostgresServer postgres = PostgresServer.shared();
        try (Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "database");
                Shop shop =
                        field.shop(field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE);
                Trade trade = trade(field, field.transport(), 0, 1, random)) {
            assertThat(shop.awaitReady(SOON)).isTrue();
            for (int kill = 0; kill < 6; kill++) {
                trade.allow(300);
                pause(random.nextInt(500));
                postgres.kill();
                trade.allow(50);
                postgres.startAgain();
            }
            trade.allow(100);
            conclude("database, " + protocol + ", killed 6 times", field, trade);
        }
    }

    /** Three times the same order, one in fifty that nobody can take, and handlers slower than the poll interval. */
    @ParameterizedTest
    @MethodSource("protocols")
    void repeatedPoisonedAndSlow(String protocol) throws Exception {
        Random random = Seed.random("slow, " + protocol);
        int orders = Seed.whole() ? 2_000 : 150;
        Random slow = new Random(random.nextLong());
        CountDownLatch never = new CountDownLatch(1);
        try (Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "slow")) {
            Map<String, String> impatient = field.configuration(field.nextLife());
            impatient.put("max.poll.interval.ms", "600");
            impatient.put("max.poll.records", "20");
            if (protocol.equals("classic")) {
                impatient.put("session.timeout.ms", "600");
                impatient.put("heartbeat.interval.ms", "200");
            }
            try (Shop shop = field.shop(impatient, field.databaseUrl, order -> {
                        boolean dawdles;
                        synchronized (slow) {
                            dawdles = slow.nextInt(200) == 0;
                        }
                        assertThat(dawdles && never.await(900, TimeUnit.MILLISECONDS))
                                .isFalse();
                    });
                    Trade trade = trade(field, field.transport(), 50, 3, random)) {
                assertThat(shop.awaitReady(SOON)).isTrue();
                trade.allow(orders);
                conclude("slow, poisoned, repeated, " + protocol, field, trade);
            }
        }
    }

    /** A process that stands still longer than its session, while another one takes over; then both are there. */
    @ParameterizedTest
    @MethodSource("protocols")
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void aMemberStandsStillAndWakesUp(String protocol) throws Exception {
        Random random = Seed.random("zombie, " + protocol);
        try (Field field = new Field(KafkaBroker.shared().bootstrapServers(), protocol, "zombie");
                ChildProcess zombie = field.process(null, 0, directory);
                Trade trade = trade(field, field.transport(), 0, 1, random)) {
            zombie.awaitLine(ShopMain.READY, SOON);
            for (int round = 0; round < 4; round++) {
                trade.allow(200);
                pause(random.nextInt(300));
                zombie.signal(Signal.STOP);
                try (Shop heir =
                        field.shop(field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE)) {
                    trade.allow(200);
                    assertThat(heir.awaitReady(SOON)).isTrue();
                    pause(2_500);
                    zombie.signal(Signal.CONT);
                    trade.allow(200);
                    pause(500 + random.nextInt(2_000));
                }
            }
            conclude("zombie, " + protocol + ", stopped 4 times", field, trade);
        }
    }

    private static Trade trade(Field field, KafkaTransport transport, int poisonEvery, int repeats, Random random) {
        Customers customers = new Customers(transport, field.prefix, 20, false, random.nextLong());
        return new Trade(customers, poisonEvery, repeats, random.nextLong());
    }

    private static void conclude(String run, Field field, Trade trade) throws Exception {
        Customers customers = trade.finish(SOON);
        Seed.report(run, new Checker(field, customers).check());
    }

    /** Lets the others work: this is how long a fault lasts, and nothing is expected of it. */
    private static void pause(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }
}
