package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.StandingStill;
import io.tidings.messaging.jdbc.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A relay that stands still before its first statement, another before its second, and so on, in the midst of every transaction
 * that there is, with whatever that has locked: another must lead, and nobody need be resumed for it.
 */
class RelayStandstillIT {
    /** About as many as a relay makes until it leads; more than it makes until it has sent something are 36. */
    private static final int STATEMENTS = Integer.getInteger("relay.statements", 12);

    /** So many at once: a relay that stands still and its successor hold up to three connections each. */
    private static final int AT_ONCE = 12;

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();

    private static RelayOptions options(int statement) {
        return RelayOptions.named("still-" + statement)
                .withPollInterval(Duration.ofMillis(10))
                .withLease(Duration.ofMillis(300))
                .withMaxBackoff(Duration.ofMillis(100));
    }

    @Test
    void whoStandsStillAloneKeepsNobodyWaiting() throws Exception {
        eachIsSucceeded(RelayStandstillIT::options);
    }

    @Test
    void whoStandsStillWhileTheNumberOfShardsChangesKeepsNobodyWaiting() throws Exception {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            database.run("INSERT INTO tidings_relay_layout (name, shards, unfenced, owner, expires_at)"
                    + " VALUES ('still-" + statement + "', 3, 0, '', '-infinity')");
        }
        eachIsSucceeded(statement -> options(statement).withShards(2));
    }

    private void eachIsSucceeded(IntFunction<RelayOptions> options) throws Exception {
        for (int first = 1; first <= STATEMENTS; first += AT_ONCE) {
            List<StandingStill> standing = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(StandingStill::new)
                    .toList();
            List<PollingRelay> started = new ArrayList<>();
            try {
                for (StandingStill each : standing) {
                    started.add(PollingRelay.start(
                            each.over(database.source()), broker::open, options.apply(each.statement())));
                }
                for (StandingStill each : standing) {
                    each.await();
                }
                accounts.commit(database, "account");
                areSucceeded(standing.stream()
                        .map(each -> options.apply(each.statement()))
                        .toList());
            } finally {
                standing.forEach(StandingStill::resume);
                close(started);
            }
        }
        Told.check(database, broker);
    }

    private void areSucceeded(List<RelayOptions> options) {
        List<PollingRelay> successors = options.stream()
                .map(each -> PollingRelay.start(database.source(), broker::open, each))
                .toList();
        try {
            for (int i = 0; i < successors.size(); i++) {
                RelayOptions each = options.get(i);
                PollingRelay successor = successors.get(i);
                Await.until(
                        each.name() + " is succeeded", () -> successor.status().leading() == each.shards());
            }
            Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
        } finally {
            close(successors);
        }
    }

    private static void close(List<PollingRelay> relays) {
        relays.parallelStream().forEach(PollingRelay::close);
    }
}
