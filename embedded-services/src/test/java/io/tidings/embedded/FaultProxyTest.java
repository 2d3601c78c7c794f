package io.tidings.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.FaultProxy.Direction;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault as a client of an echo service meets it, and what is left of it when it is healed. */
@Timeout(60)
class FaultProxyTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket();
        echo.bind(FreePorts.loopback(FreePorts.next()));
        Thread server = new Thread(this::serve);
        server.setDaemon(true);
        server.start();
        proxy = FaultProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesOnBothWaysWhenWholeAndCounts() throws IOException {
        try (Client client = new Client()) {
            assertThat(client.ask("hello")).isEqualTo("hello");
            assertThat(client.ask("x".repeat(200_000))).hasSize(200_000);
            client.socket.shutdownOutput();
            assertThat(client.socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(proxy.passed(Direction.REQUESTS)).isEqualTo(200_005);
        assertThat(proxy.passed(Direction.ANSWERS)).isEqualTo(200_005);
        assertThat(proxy.accepted()).isEqualTo(1);
        assertThat(Deadline.poll(SOON, () -> proxy.connections() == 0)).isTrue();
    }

    @Test
    void aCutEndsConnectionsButNotTheWay() throws IOException {
        try (Client client = new Client()) {
            client.ask("before");
            proxy.cut();
            assertThatThrownBy(() -> client.ask("after")).isInstanceOf(IOException.class);
        }
        try (Client another = new Client()) {
            assertThat(another.ask("again")).isEqualTo("again");
        }
    }

    @Test
    void refusesUntilHealedAndKeepsWhoIsThere() throws IOException {
        try (Client client = new Client()) {
            client.ask("before");
            proxy.refuse();
            assertThatThrownBy(Client::new).isInstanceOf(ConnectException.class);
            assertThat(client.ask("still here")).isEqualTo("still here");
        }
        proxy.heal();
        try (Client another = new Client()) {
            assertThat(another.ask("again")).isEqualTo("again");
        }
    }

    @Test
    void halfOpenClientsHearNothingAndAreCutWhenHealed() throws IOException {
        try (Client client = new Client()) {
            client.ask("before");
            proxy.halfOpen();
            client.send("lost");
            client.assertSilence();
            try (Client another = new Client()) {
                another.send("lost as well");
                another.assertSilence();
                assertThat(proxy.connections()).isEqualTo(2);
                proxy.heal();
                assertThatThrownBy(another::receive).isInstanceOf(IOException.class);
            }
            assertThatThrownBy(client::receive).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatWasStalledComesWhenHealed() throws IOException {
        try (Client client = new Client()) {
            proxy.stall();
            client.send("late");
            client.assertSilence();
            assertThat(proxy.passed(Direction.REQUESTS)).isZero();
            proxy.heal();
            assertThat(client.receive()).isEqualTo("late");
        }
    }

    @Test
    void swallowedAnswersAreLostThoughTheRequestArrived() throws IOException {
        try (Client client = new Client()) {
            proxy.swallow(Direction.ANSWERS);
            client.send("12345");
            assertThat(Deadline.poll(SOON, () -> proxy.swallowed(Direction.ANSWERS) == 5))
                    .isTrue();
            assertThat(proxy.passed(Direction.REQUESTS)).isEqualTo(5);
            client.assertSilence();
            proxy.heal();
            assertThatThrownBy(client::receive).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aDelayIsWaitedForAndKeepsTheOrder() throws IOException {
        try (Client client = new Client()) {
            proxy.delay(Direction.REQUESTS, Duration.ofMillis(30), Duration.ofMillis(60), 42);
            long began = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                client.send(Integer.toString(i));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(client.receive(1)).isEqualTo(Integer.toString(i));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
            proxy.delay(Direction.ANSWERS, Duration.ofHours(1), Duration.ofHours(1), 42);
            client.send("healing ends the wait");
            client.assertSilence();
            proxy.heal();
            assertThat(client.receive()).isEqualTo("healing ends the wait");
        }
    }

    @Test
    void trickles() throws IOException {
        try (Client client = new Client()) {
            proxy.trickle(Direction.ANSWERS, 1, Duration.ofMillis(2));
            long began = System.nanoTime();
            assertThat(client.ask("0123456789")).isEqualTo("0123456789");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(18));
            proxy.trickle(Direction.ANSWERS, 1, Duration.ofHours(1));
            client.send("abc");
            assertThat(client.receive(1)).isEqualTo("a");
            client.assertSilence();
            proxy.heal();
            assertThat(client.receive()).isEqualTo("bc");
        }
    }

    @Test
    void cutsInTheMiddleOfAMessageAndOnlyOnce() throws IOException {
        try (Client client = new Client();
                Client other = new Client()) {
            assertThat(other.ask("before")).isEqualTo("before");
            proxy.cutAfter(Direction.REQUESTS, 3);
            client.send("12345");
            assertThatThrownBy(() -> client.receive(5)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> other.ask("after")).isInstanceOf(IOException.class);
        }
        assertThat(proxy.passed(Direction.REQUESTS)).isEqualTo(9);
        try (Client another = new Client()) {
            assertThat(another.ask("again")).isEqualTo("again");
        }
    }

    @Test
    void whereNobodyListensClientsAreCutOff() throws IOException {
        echo.close();
        try (Client client = new Client()) {
            assertThatThrownBy(client::receive).isInstanceOf(IOException.class);
        }
    }

    @Test
    void addressesAreRewritten() {
        assertThat(proxy.through("jdbc:postgresql://127.0.0.1:" + echo.getLocalPort() + "/orders?user=postgres"))
                .isEqualTo("jdbc:postgresql://" + proxy.address() + "/orders?user=postgres");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> proxy.trickle(Direction.ANSWERS, 0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proxy.delay(Direction.ANSWERS, Duration.ofMillis(2), Duration.ofMillis(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proxy.cutAfter(Direction.ANSWERS, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultProxy.start(echo.getLocalPort(), 1))
                .isInstanceOf(EmbeddedServiceException.class)
                .hasMessageContaining("in use");
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                        socket.shutdownOutput();
                    } catch (IOException expected) {
                        assertThat(expected).isNotNull();
                    }
                });
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            assertThat(echo.isClosed()).isTrue();
        }
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket();

        Client() throws IOException {
            socket.connect(FreePorts.loopback(proxy.port()));
            socket.setSoTimeout((int) SOON.toMillis());
        }

        String ask(String question) throws IOException {
            send(question);
            return receive(question.length());
        }

        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(US_ASCII));
        }

        String receive(int count) throws IOException {
            byte[] bytes = new byte[count];
            new DataInputStream(socket.getInputStream()).readFully(bytes);
            return new String(bytes, US_ASCII);
        }

        /** What comes next, as far as it has come. */
        String receive() throws IOException {
            String first = receive(1);
            StringBuilder more = new StringBuilder(first);
            socket.setSoTimeout(100);
            try {
                while (true) {
                    more.append(receive(1));
                }
            } catch (SocketTimeoutException noMore) {
                return more.toString();
            } finally {
                socket.setSoTimeout((int) SOON.toMillis());
            }
        }

        void assertSilence() throws IOException {
            socket.setSoTimeout(50);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout((int) SOON.toMillis());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
