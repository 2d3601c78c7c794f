package io.tidings.replication.core;

import io.tidings.replication.core.Row.Parked;
import io.tidings.replication.core.Row.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A row as bytes, the same for every store: one byte each for format, state, flags and number of logs; version and since,
 * eight bytes each, big-endian; the offset seen of each log, eight bytes; if parked, its version (0 if unknown), offset and
 * time, its log in one byte, the length of the reason and the reason in UTF-8; the value is the rest.
 */
public final class RowFormat {

    /** The first byte of each row; it changes whenever the rest does. */
    public static final byte FORMAT = 2;

    private static final int FIXED = 4 + 2 * Long.BYTES;
    private static final int PARKED = 1;
    private static final int PARKED_VERSION = 2;

    private RowFormat() {}

    public static byte[] write(Row row) {
        Parked parked = row.parked();
        byte[] reason = parked == null ? new byte[0] : parked.reason().getBytes(StandardCharsets.UTF_8);
        int parkedSize = parked == null ? 0 : 3 * Long.BYTES + 1 + Integer.BYTES + reason.length;
        Seen seen = row.seen();
        int seenSize = seen.logs() * Long.BYTES;
        ByteBuffer out =
                ByteBuffer.allocate(FIXED + seenSize + parkedSize + row.value().bytes().length);
        out.put(FORMAT).put(code(row.state())).put(flags(parked)).put((byte) seen.logs());
        out.putLong(row.version()).putLong(row.since());
        for (int log = 0; log < seen.logs(); log++) {
            out.putLong(seen.offset(log));
        }
        if (parked != null) {
            Long version = parked.version();
            out.putLong(version == null ? 0 : version).putLong(parked.offset()).putLong(parked.at());
            out.put((byte) parked.log()).putInt(reason.length).put(reason);
        }
        return out.put(row.value().bytes()).array();
    }

    /**
     * Reads a row.
     *
     * @throws IllegalStateException if the bytes are not a row of this format
     */
    public static Row read(byte[] bytes) {
        if (bytes.length < FIXED || bytes[0] != FORMAT) {
            throw new IllegalStateException("A stored row is not of format " + FORMAT + "; delete the state directory");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        State state = state(in.get());
        int flags = in.get();
        int logs = in.get();
        long version = in.getLong();
        long since = in.getLong();
        Seen seen = readSeen(in, logs);
        Parked parked = (flags & PARKED) == 0 ? null : readParked(in, (flags & PARKED_VERSION) != 0);
        return new Row(state, version, seen, since, rest(in), parked);
    }

    private static Seen readSeen(ByteBuffer in, int logs) {
        Seen seen = Seen.NOTHING;
        for (int log = 0; log < logs; log++) {
            seen = seen.and(log, in.getLong());
        }
        return seen;
    }

    private static Parked readParked(ByteBuffer in, boolean hasVersion) {
        long version = in.getLong();
        long offset = in.getLong();
        long at = in.getLong();
        int log = in.get();
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalStateException("A stored row is damaged: a reason of " + length + " bytes");
        }
        byte[] reason = new byte[length];
        in.get(reason);
        return new Parked(hasVersion ? version : null, log, offset, at, new String(reason, StandardCharsets.UTF_8));
    }

    private static RowValue rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return RowValue.of(rest);
    }

    private static byte flags(@Nullable Parked parked) {
        if (parked == null) {
            return 0;
        }
        return (byte) (parked.version() == null ? PARKED : PARKED | PARKED_VERSION);
    }

    private static byte code(State state) {
        return switch (state) {
            case LIVE -> 1;
            case GRAVE -> 2;
            case UNKNOWN -> 3;
        };
    }

    private static State state(byte code) {
        return switch (code) {
            case 1 -> State.LIVE;
            case 2 -> State.GRAVE;
            case 3 -> State.UNKNOWN;
            default -> throw new IllegalStateException("A stored row has the unknown state " + code);
        };
    }
}
