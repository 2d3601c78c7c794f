package io.tidings.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What no HTTP server does on purpose: each connection is handed to a script. */
final class RawServer implements AutoCloseable {

    /** Talks to one client; the connection ends with it. */
    interface Script {
        void talk(OutputStream out, CountDownLatch end) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RawServer start(Script script) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.threads.execute(() -> server.accept(script));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections and never answers. */
    static RawServer silent() {
        return start((out, end) -> end.await());
    }

    /** Sends a head, and then the body byte by byte as long as anybody listens. */
    static RawServer trickling() {
        return start((out, end) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"));
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        });
    }

    /** Sends a body without end. */
    static RawServer endless() {
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        return start((out, end) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"));
            while (end.getCount() > 0) {
                out.write(blanks);
            }
        });
    }

    /** Announces more than it sends. */
    static RawServer truncating(String body) {
        return start((out, end) ->
                out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + (body.length() + 10) + "\r\n\r\n" + body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String url() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    int connections() {
        return clients.size();
    }

    private void accept(Script script) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                threads.execute(() -> talk(client, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client, Script script) {
        try (client) {
            InputStream in = client.getInputStream();
            byte[] request = new byte[1 << 16];
            int read = in.read(request);
            if (read > 0) {
                script.talk(client.getOutputStream(), end);
            }
        } catch (IOException e) {
            // The client left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
        threads.shutdownNow();
    }
}
