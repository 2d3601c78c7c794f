package io.tidings.embedded;

import io.tidings.embedded.FaultProxy.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one connection. A thread reads pieces and knows when each is due, another writes them then: so a delay costs
 * time and not throughput.
 */
final class ProxyPipe {

    /** Beyond this it reads no more, and who sends must wait. */
    private static final int MOST_PIECES = 16;

    private static final int PIECE = 16 * 1024;
    private static final byte[] END = {};

    /** What was read at once, and how far it is written. Empty: the sender has ended. */
    private static final class Piece {
        final byte[] bytes;
        final long due;
        int written;

        Piece(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    private final ProxyLink link;
    private final int number;
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private @Nullable Random delays;
    private @Nullable Flow drawnFor;
    private long notBefore = System.nanoTime();
    private int granted;
    private long pause;
    private boolean lossy;
    private boolean closed;

    ProxyPipe(ProxyLink link, int number) {
        this.link = link;
        this.number = number;
    }

    /** Reads until the sender ends. */
    void readAll(Socket from) throws IOException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[PIECE];
        int count;
        do {
            count = in.read(buffer);
            if (!add(count < 0 ? END : Arrays.copyOf(buffer, count))) {
                return;
            }
        } while (count >= 0);
    }

    /** Writes what was read, as it flows; returns when the sender has ended, or the pipe is closed. */
    void writeAll(Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        while (true) {
            Piece piece = next();
            if (piece == null) {
                return;
            }
            if (piece.bytes.length == 0) {
                to.shutdownOutput();
                return;
            }
            out.write(piece.bytes, piece.written, granted);
            out.flush();
            written(piece, granted);
            link.pass(granted);
        }
    }

    private boolean add(byte[] bytes) {
        link.lock.lock();
        try {
            while (pieces.size() >= MOST_PIECES && !closed) {
                link.changed.awaitUninterruptibly();
            }
            pieces.add(new Piece(bytes, System.nanoTime() + drawDelay()));
            link.changed.signalAll();
            return !closed;
        } finally {
            link.lock.unlock();
        }
    }

    private long drawDelay() {
        Flow flow = link.flow();
        if (flow.mostDelay() == 0) {
            return 0;
        }
        Random random = delays;
        if (random == null || !flow.equals(drawnFor)) {
            random = new Random(flow.seed() * 31 + number * 2L + (link.direction() == Direction.ANSWERS ? 1 : 0));
            delays = random;
            drawnFor = flow;
        }
        return flow.leastDelay() + (long) (random.nextDouble() * (flow.mostDelay() - flow.leastDelay()));
    }

    /** Waits for the first piece to be due, and for leave to write some of it; null when the pipe is closed. */
    private @Nullable Piece next() {
        link.lock.lock();
        try {
            while (!closed) {
                Piece first = pieces.peek();
                Flow flow = link.flow();
                if (first == null || flow.stalled() || link.cutting()) {
                    link.changed.awaitUninterruptibly();
                } else if (flow.swallowed()) {
                    lose(first);
                } else if (wait(first, flow) > 0) {
                    long unused = link.changed.awaitNanos(wait(first, flow));
                } else {
                    granted = link.reserve(first.bytes.length - first.written);
                    pause = flow.pause();
                    return first;
                }
            }
            return null;
        } catch (InterruptedException nobodyDoes) {
            return null;
        } finally {
            link.lock.unlock();
        }
    }

    private void lose(Piece piece) {
        lossy = true;
        link.swallow(piece.bytes.length - piece.written);
        pieces.remove();
        link.changed.signalAll();
    }

    /** How long until some of a piece may be written, in nanoseconds. */
    private long wait(Piece piece, Flow flow) {
        long now = System.nanoTime();
        return Math.max(flow.mostDelay() > 0 ? piece.due - now : 0, flow.pause() > 0 ? notBefore - now : 0);
    }

    private void written(Piece piece, int count) {
        link.locked(() -> {
            notBefore = System.nanoTime() + pause;
            piece.written += count;
            if (piece.written == piece.bytes.length) {
                pieces.remove();
            }
        });
    }

    /** Whether bytes were lost: nothing that follows makes sense to the receiver. */
    boolean lossy() {
        link.lock.lock();
        try {
            return lossy;
        } finally {
            link.lock.unlock();
        }
    }

    void close() {
        link.locked(() -> closed = true);
    }
}
