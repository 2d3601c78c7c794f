package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who of two producers sends, and who does when something has failed. */
class AlternatingSinkTest {
    private static final String SECOND = "relay" + AlternatingSink.SECOND;

    /** What was done, by whom. */
    private final List<String> done = new ArrayList<>();

    private final Set<String> failing = new TreeSet<>();

    @Test
    void takesTurns() {
        TransactionalSink sink = open();

        sink.send(batch("a"));
        sink.send(batch("b"));
        sink.send(batch("c"));

        assertThat(done)
                .containsExactly(
                        "relay opens", SECOND + " opens", "relay sends a", SECOND + " sends b", "relay sends c");
    }

    @Test
    void leavesItToWhoFailedToRepeatIt() {
        TransactionalSink sink = open();
        sink.send(batch("a"));
        failing.add(SECOND);

        assertThatThrownBy(() -> sink.send(batch("b"))).isInstanceOf(TransientMessagingException.class);
        assertThatThrownBy(() -> sink.send(batch("b"))).isInstanceOf(TransientMessagingException.class);
        failing.clear();
        sink.send(batch("b"));
        sink.send(batch("c"));

        assertThat(done.subList(3, done.size()))
                .as("A commit without an answer, or an abort, is ended by the same before another sends")
                .containsExactly(SECOND + " fails", SECOND + " fails", SECOND + " sends b", "relay sends c");
    }

    @Test
    void keepsTheTurnWhenThereIsNothingToSend() {
        TransactionalSink sink = open();
        sink.send(batch("a"));
        sink.send(List.of());
        sink.send(batch("b"));

        assertThat(done).contains(SECOND + " sends b").doesNotContain("relay sends b");
    }

    @Test
    void leavesNobodyOpenWhenOneCannotBeOpened() {
        failing.add(SECOND);

        assertThatThrownBy(this::open).isInstanceOf(TransientMessagingException.class);
        assertThat(done).containsExactly("relay opens", SECOND + " fails", "relay closes");
    }

    @Test
    void closesBothThoughOneFails() {
        TransactionalSink sink = open();
        failing.add("relay");

        assertThatThrownBy(sink::close).isInstanceOf(TransientMessagingException.class);
        assertThat(done).contains("relay fails", SECOND + " closes");
    }

    private TransactionalSink open() {
        return AlternatingSink.open("relay", id -> {
            act(id, "opens");
            return new TransactionalSink() {
                @Override
                public void send(List<EncodedMessage> batch) {
                    if (!batch.isEmpty()) {
                        act(id, "sends " + batch.get(0).id());
                    }
                }

                @Override
                public void close() {
                    act(id, "closes");
                }
            };
        });
    }

    private void act(String id, String what) {
        if (failing.contains(id)) {
            done.add(id + " fails");
            throw new TransientMessagingException(id, null);
        }
        done.add(id + " " + what);
    }

    private static List<EncodedMessage> batch(String id) {
        return List.of(new EncodedMessage(id, "orders", null, new byte[0], List.of()));
    }
}
