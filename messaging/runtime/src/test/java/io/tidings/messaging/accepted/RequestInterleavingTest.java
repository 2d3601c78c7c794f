package io.tidings.messaging.accepted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Lives many lives of errands in memory: clients that ask twice and cancel, replies that come twice, late or not at all, time that
 * passes, keepers that fail, transactions that are rolled back. Then looks at what was written.
 */
class RequestInterleavingTest {
    private static final int LIVES = Integer.getInteger("accepted.lives", 20_000);
    private static final long SEED = Long.getLong("accepted.seed", System.nanoTime());
    private static final int MOVES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Errand, Integer> ends = new EnumMap<>(Errand.class);

    @Test
    void eachErrandEndsOnceAndWhatFailedIsUndoneOnceInReverse() throws Exception {
        System.out.println("accepted requests: -Daccepted.seed=" + SEED);
        for (int life = 0; life < LIVES; life++) {
            new Life(new Random(SEED + life)).live("life " + life + " of seed " + SEED);
        }
        System.out.println(verdicts + " " + ends);
        assertThat(verdicts).containsOnlyKeys(Verdict.values());
        assertThat(ends).containsOnlyKeys(Errand.DONE, Errand.REFUSED, Errand.GIVEN_UP, Errand.TIMED_OUT);
    }

    /** One life of two errands. */
    private final class Life {
        private final Random random;
        private final MemoryRequests store = new MemoryRequests();
        /** What the outside world may deliver, any number of times. */
        private final List<Delivery> mail = new ArrayList<>();

        private record Delivery(String id, String message) {}

        Life(Random random) {
            this.random = random;
        }

        void live(String which) throws Exception {
            for (int i = 0; i < MOVES; i++) {
                next();
            }
            // The world becomes quiet: nothing fails any more, and time passes.
            while (store.restless()) {
                store.now = store.now.plus(PATIENCE);
                keep(false);
            }
            for (String id : store.ids()) {
                check(which, id);
            }
        }

        private void next() throws Exception {
            String id = random.nextBoolean() ? "a" : "b";
            switch (random.nextInt(9)) {
                case 0 -> attempt(ledger -> note(ledger.accept(id, PATIENCE)));
                case 1 -> attempt(ledger -> begin(ledger, id, "ticket"));
                case 2 -> attempt(ledger -> begin(ledger, id, "payment"));
                case 3, 4 -> deliver();
                case 5 -> cancel(id);
                case 6 -> store.now = store.now.plusSeconds(random.nextInt(4));
                default -> keep(true);
            }
        }

        /** A service that dies before its commit has done nothing. */
        private void attempt(MemoryRequests.Work work) throws Exception {
            boolean dies = random.nextInt(6) == 0;
            try {
                store.transaction(ledger -> {
                    work.in(ledger);
                    if (dies) {
                        throw new Death();
                    }
                });
            } catch (Death e) {
                // It is the next one's turn.
            }
        }

        private void begin(RequestLedger<Errand> ledger, String id, String step) {
            if (note(ledger.step(id, step))) {
                store.write(id + " " + step);
                mail.add(new Delivery(id, step + "-" + (random.nextInt(4) == 0 ? "refused" : "taken")));
            }
        }

        /** Not only what was asked for is answered: the mail also holds what a rolled back transaction asked for. */
        private void deliver() throws Exception {
            if (mail.isEmpty()) {
                return;
            }
            Delivery delivery = mail.get(random.nextInt(mail.size()));
            attempt(ledger -> {
                String id = delivery.id();
                Errand to = delivery.message().endsWith("refused")
                        ? Errand.REFUSED
                        : delivery.message().startsWith("ticket") ? Errand.UNDER_WAY : Errand.DONE;
                move(ledger, id, Move.to(to, delivery.message()));
            });
        }

        private void cancel(String id) throws Exception {
            Move<Errand> cancellation = Move.to(Errand.GIVEN_UP, "client").withOutcome("the client gave it up");
            attempt(ledger -> move(
                    ledger, id, random.nextBoolean() ? cancellation : cancellation.ifVersion(1 + random.nextInt(3))));
        }

        private void move(RequestLedger<Errand> ledger, String id, Move<Errand> move) {
            Change<Errand> change = ledger.move(id, move);
            if (note(change)) {
                tell(change.orElseThrow());
            }
        }

        private void tell(AcceptedRequest<Errand> request) {
            store.write(request.id() + " " + request.state() + " " + request.version());
        }

        private void keep(boolean mayFail) throws Exception {
            String[] taken = new String[1];
            try {
                store.transaction(ledger -> {
                    AcceptedRequest<Errand> due = ledger.lockDue().orElse(null);
                    if (due != null) {
                        taken[0] = due.id();
                        ledger.keep(due, handler(mayFail));
                    }
                });
            } catch (Death e) {
                if (random.nextBoolean()) {
                    store.postpone(taken[0]);
                }
            }
        }

        private RequestHandler<Errand> handler(boolean mayFail) {
            return new RequestHandler<>() {
                @Override
                public void timedOut(AcceptedRequest<Errand> request) throws Death {
                    tell(request);
                    maybeDie();
                }

                @Override
                public void undo(AcceptedRequest<Errand> request, Step step) throws Death {
                    store.write(request.id() + " undo " + step.name());
                    maybeDie();
                }

                private void maybeDie() throws Death {
                    if (mayFail && random.nextInt(3) == 0) {
                        throw new Death();
                    }
                }
            };
        }

        private boolean note(Change<Errand> change) {
            verdicts.merge(change.verdict(), 1, Integer::sum);
            return change.applied();
        }

        private void check(String which, String id) {
            AcceptedRequest<Errand> request = store.find(id).orElseThrow();
            List<String> told = told(id, words -> !words.startsWith("undo"));
            List<String> undone = told(id, words -> words.startsWith("undo"));
            List<String> steps =
                    told.stream().filter(words -> !words.contains(" ")).toList();
            List<String> moves =
                    told.stream().filter(words -> words.contains(" ")).toList();
            ends.merge(request.state(), 1, Integer::sum);

            assertThat(request.ended()).as(which).isTrue();
            assertThat(moves).as(which).hasSize((int) request.version() - 1);
            assertThat(moves.get(moves.size() - 1)).as(which).isEqualTo(request.state() + " " + request.version());
            for (int i = 0; i < moves.size(); i++) {
                assertThat(moves.get(i)).as(which).endsWith(" " + (i + 2));
            }
            assertThat(moves.stream().filter(words -> Errand.LIFECYCLE.ends(state(words))))
                    .as(which)
                    .hasSize(1);
            List<String> expected = new ArrayList<>();
            if (Errand.LIFECYCLE.undoes(request.state())) {
                steps.forEach(step -> expected.add("undo " + step));
                Collections.reverse(expected);
            }
            assertThat(undone).as(which).isEqualTo(expected);
        }

        private List<String> told(String id, Predicate<String> which) {
            return store.written().stream()
                    .filter(words -> words.startsWith(id + " "))
                    .map(words -> words.substring(id.length() + 1))
                    .filter(which)
                    .toList();
        }

        private Errand state(String words) {
            return Errand.valueOf(words.substring(0, words.indexOf(' ')));
        }
    }

    /** The service dies, or its handler fails. */
    private static final class Death extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
