package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement larger than {@code max_allowed_packet} is no error that MariaDB would answer: it hangs up. That looks like a broken
 * network, and would be tried again for ever. So whoever comes near it asks before. Stateless.
 */
final class PacketLimit {
    /** The smallest that MariaDB's own defaults ever were is 1 MB. */
    private static final long HARMLESS = 256 << 10;

    /** The statement around the values. */
    private static final long ROOM = 8 << 10;

    private PacketLimit() {}

    /** Throws poison if the message does not fit into one packet. */
    static void check(Connection connection, EncodedMessage message, byte[] headers) throws SQLException {
        long size = ROOM + written(message.key()) + written(message.value()) + written(headers);
        if (size <= HARMLESS) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
            row.next();
            if (size > row.getLong(1)) {
                throw new PoisonMessageException(
                        "Message " + message.id() + " takes " + size + " bytes in a statement, and this MariaDB takes "
                                + row.getLong(1) + " (max_allowed_packet): raise that on the server, or send less",
                        null);
            }
        }
    }

    /** As the driver writes it into a statement, with some bytes escaped. */
    private static long written(byte @Nullable [] bytes) {
        if (bytes == null) {
            return 0;
        }
        long size = bytes.length;
        for (byte each : bytes) {
            if (each == 0 || each == '\'' || each == '"' || each == '\\') {
                size++;
            }
        }
        return size;
    }
}
