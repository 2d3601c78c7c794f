package io.tidings.replication.internal.generations;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Burial;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.ViewDriver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that were erased for good, remembered by hashes, which say nothing to who does not know the keys. Events of such keys
 * are passed over, in whatever generation. Safe for use by several threads.
 */
public final class Erased {

    private volatile Set<String> hashes = Set.of();

    void set(Set<String> newHashes) {
        hashes = newHashes;
    }

    /** Whether a key was erased for good. Costs nothing while none was. */
    public boolean has(byte[] key) {
        Set<String> now = hashes;
        return !now.isEmpty() && now.contains(hash(key));
    }

    /** A reader that passes over what was erased. */
    public EventReader filtering(EventReader reader) {
        return (message, origin) -> read(reader, message, origin);
    }

    private Optional<Event> read(EventReader reader, EncodedMessage message, Received.Origin origin) {
        byte[] key = message.key();
        return key != null && has(key) ? Optional.empty() : reader.read(message, origin);
    }

    /** What cannot be erased everywhere is not begun: nobody could finish it. */
    static void demandEdits(String view, List<ViewDriver> drivers) {
        if (drivers.stream().anyMatch(ViewDriver::changedByEventsAlone)) {
            throw new UnsupportedOperationException("Rows of view '" + view + "' are changed by events alone");
        }
    }

    /** Buries the rows of keys for good. */
    static void bury(Set<String> hashes, ViewDriver driver) {
        if (hashes.isEmpty()) {
            return;
        }
        List<byte[]> found = new ArrayList<>();
        driver.rows().forEach((key, row) -> {
            if (!Burial.isForGood(row) && hashes.contains(hash(key))) {
                found.add(key);
            }
            return true;
        });
        Row grave = Burial.forGood(System.currentTimeMillis());
        for (byte[] key : found) {
            boolean unused = Waiting.on(driver.edit(key, row -> Optional.of(new RowEdit.Replace(grave))));
        }
    }

    /** SHA-256, in hexadecimal digits. */
    public static String hash(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
