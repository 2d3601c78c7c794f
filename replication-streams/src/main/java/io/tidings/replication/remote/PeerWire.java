package io.tidings.replication.remote;

import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.remote.PeerReply.Found;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Queries and replies as bytes. The first byte says which format this is; the last one of a reply that it is whole, so that what
 * was cut off on its way is not taken for an answer.
 */
final class PeerWire {

    private static final byte FORMAT = 1;
    private static final byte WHOLE = 0x7E;
    private static final int GET = 1;
    private static final int RANGE = 2;
    private static final int BY_INDEX = 3;
    private static final int NULL = -1;
    private static final long NEVER = Long.MIN_VALUE;

    private PeerWire() {}

    static byte[] write(PeerQuery query) {
        return bytes(out -> {
            out.writeByte(FORMAT);
            if (query instanceof PeerQuery.Get get) {
                out.writeByte(GET);
                writeBytes(out, get.key());
                out.writeInt(get.partition());
                out.writeUTF(get.atLeast() == null ? "" : get.atLeast());
            } else if (query instanceof PeerQuery.Range range) {
                out.writeByte(RANGE);
                writeBytes(out, range.from());
                writeBytes(out, range.to());
                out.writeInt(range.limit());
            } else if (query instanceof PeerQuery.ByIndex byIndex) {
                out.writeByte(BY_INDEX);
                out.writeInt(byIndex.entry().index());
                writeBytes(out, byIndex.entry().value());
                out.writeInt(byIndex.limit());
            }
            writePartitions(out, query.standby());
        });
    }

    /**
     * Reads a query.
     *
     * @throws IOException if it is none, or of another format
     */
    static PeerQuery readQuery(byte[] bytes) throws IOException {
        DataInputStream in = opened(bytes);
        int kind = in.readByte();
        return switch (kind) {
            case GET -> {
                byte[] key = key(readBytes(in));
                int partition = in.readInt();
                String atLeast = in.readUTF();
                yield new PeerQuery.Get(key, partition, atLeast.isEmpty() ? null : atLeast, readPartitions(in));
            }
            case RANGE -> new PeerQuery.Range(readBytes(in), readBytes(in), in.readInt(), readPartitions(in));
            case BY_INDEX -> {
                IndexEntry entry = new IndexEntry(in.readInt(), key(readBytes(in)));
                yield new PeerQuery.ByIndex(entry, in.readInt(), readPartitions(in));
            }
            default -> throw new IOException("There is no query of kind " + kind);
        };
    }

    static byte[] write(PeerReply reply) {
        return bytes(out -> {
            out.writeByte(FORMAT);
            out.writeInt(reply.rows().size());
            for (Found found : reply.rows()) {
                writeBytes(out, found.key());
                writeBytes(out, RowFormat.write(found.row()));
            }
            out.writeBoolean(reply.more());
            writePartitions(out, reply.partitions());
            out.writeInt(reply.positions().size());
            for (Map.Entry<TopicPartition, Long> position : reply.positions().entrySet()) {
                out.writeUTF(position.getKey().topic());
                out.writeInt(position.getKey().partition());
                out.writeLong(position.getValue());
            }
            out.writeLong(reply.newest().orElse(NEVER));
            out.writeLong(reply.caughtUpAt().orElse(NEVER));
            out.writeByte(WHOLE);
        });
    }

    /**
     * Reads a reply.
     *
     * @throws IOException if it is none, of another format, or not whole
     */
    static PeerReply readReply(byte[] bytes) throws IOException {
        DataInputStream in = opened(bytes);
        int count = in.readInt();
        List<Found> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] key = key(readBytes(in));
            rows.add(new Found(key, row(key(readBytes(in)))));
        }
        boolean more = in.readBoolean();
        Set<Integer> partitions = readPartitions(in);
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            positions.put(new TopicPartition(in.readUTF(), in.readInt()), in.readLong());
        }
        OptionalLong newest = time(in.readLong());
        OptionalLong caughtUpAt = time(in.readLong());
        if (in.readByte() != WHOLE) {
            throw new IOException("The reply is damaged");
        }
        return new PeerReply(rows, more, partitions, positions, newest, caughtUpAt);
    }

    private static Row row(byte[] bytes) throws IOException {
        try {
            return RowFormat.read(bytes);
        } catch (RuntimeException e) {
            throw new IOException("The reply holds a row that cannot be read", e);
        }
    }

    private static OptionalLong time(long millis) {
        return millis == NEVER ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    private static void writePartitions(DataOutputStream out, Set<Integer> partitions) throws IOException {
        out.writeInt(partitions.size());
        for (int partition : partitions) {
            out.writeInt(partition);
        }
    }

    private static SortedSet<Integer> readPartitions(DataInputStream in) throws IOException {
        SortedSet<Integer> partitions = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            partitions.add(in.readInt());
        }
        return partitions;
    }

    private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NULL : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        // What is not there is not made room for: lengths come from outside.
        if (length < 0 || length > in.available()) {
            throw new IOException("There are not " + length + " bytes left");
        }
        return in.readNBytes(length);
    }

    private static byte[] key(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            throw new IOException("A key or row is missing");
        }
        return bytes;
    }

    private static DataInputStream opened(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException("This is format " + format + ", not " + FORMAT);
        }
        return in;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
