package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void allAreOne() throws InterruptedException {
        Subscription all = Subscriptions.each(List.of("a", "b"), Part::new);

        assertThat(all.awaitReady(Duration.ofSeconds(1))).isTrue();
        assertThat(all.running()).isTrue();
        assertThat(all.health()).isEqualTo(Health.UP);
        assertThat(all.status()).isEqualTo(new SubscriptionStatus(2, 4, 6, 8, 10));
        all.close();
        assertThat(closed).containsExactly("a", "b");
    }

    @Test
    void oneThatIsIllMakesAllIll() {
        Subscription all = Subscriptions.each(List.of("a", "ill"), Part::new);

        assertThat(all.running()).isFalse();
        assertThat(all.health().reasons()).containsExactly("ill");
        assertThat(all.status().behind()).isEqualTo(-1);
    }

    @Test
    void ifOneCannotBeTheOthersAreClosed() {
        assertThatThrownBy(() -> Subscriptions.each(List.of("a", "impossible"), Part::new))
                .isInstanceOf(MissingTopicException.class);
        assertThat(closed).containsExactly("a");
    }

    private final class Part implements Subscription {

        private final String name;

        Part(String name) {
            if (name.equals("impossible")) {
                throw new MissingTopicException(name);
            }
            this.name = name;
        }

        @Override
        public boolean awaitReady(Duration deadline) {
            return true;
        }

        @Override
        public boolean running() {
            return !name.equals("ill");
        }

        @Override
        public Health health() {
            return running() ? Health.UP : Health.down("ill");
        }

        @Override
        public SubscriptionStatus status() {
            return new SubscriptionStatus(1, 2, 3, running() ? 4 : -1, 5);
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
