package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What reads the messages of each writer's schema, found by the id that these bear: in a header, or before the payload. Made
 * once for each id; what is found again costs no allocation, and a message without the header one look for it. Safe for use by
 * several threads.
 */
final class ById<R> {

    private static final int SLOTS = 64;

    private final SchemaIdSettings settings;
    private final PayloadFrame frame;
    private final Function<WriterId, R> making;
    private final Map<WriterId, R> known = new ConcurrentHashMap<>();
    private final @Nullable Numbered[] slots = new Numbered[SLOTS];
    private volatile @Nullable Named last;

    ById(SchemaIdSettings settings, PayloadFrame frame, Function<WriterId, R> making) {
        this.settings = settings;
        this.frame = frame;
        this.making = making;
    }

    /** Where the payload begins. */
    int start(byte @Nullable [] header) {
        return header != null || settings.sought() == SchemaIdSettings.Sought.NOWHERE ? 0 : frame.length();
    }

    /**
     * What reads a message.
     *
     * @param header the value of the header that may name the schema; null if there is none
     * @throws io.tidings.messaging.MessagingException poison if no schema is named, or none that exists
     */
    R reader(byte @Nullable [] header, byte[] message) {
        return header == null ? reader(message) : named(header);
    }

    @SuppressWarnings("unchecked") // what was put is an R
    private R reader(byte[] message) {
        if (settings.sought() != SchemaIdSettings.Sought.DUAL && settings.sought() != SchemaIdSettings.Sought.PAYLOAD) {
            return unframed();
        }
        int id = frame.schemaId(message);
        Numbered slot = slots[id & (SLOTS - 1)];
        if (slot != null && slot.id == id) {
            return (R) slot.reader;
        }
        R reader = make(WriterId.of(id));
        slots[id & (SLOTS - 1)] = new Numbered(id, reader);
        return reader;
    }

    private R unframed() {
        WriterId fixed = settings.fixed();
        if (fixed == null) {
            throw new PoisonMessageException(
                    "The message has no header '" + settings.header() + "', where '" + settings.prefix()
                            + SchemaIdSettings.SOUGHT + "' says its schema id is",
                    null);
        }
        return make(fixed);
    }

    @SuppressWarnings("unchecked") // what was put is an R
    private R named(byte[] header) {
        Named recent = last;
        if (recent != null && Arrays.equals(recent.header, header)) {
            return (R) recent.reader;
        }
        R reader = make(IdEncoding.read(settings.encoding(), settings.header(), header));
        last = new Named(header.clone(), reader);
        return reader;
    }

    private R make(WriterId id) {
        R reader = known.get(id);
        if (reader == null) {
            reader = making.apply(id);
            known.put(id, reader);
        }
        return reader;
    }

    private record Numbered(int id, Object reader) {}

    @SuppressWarnings("ArrayRecordComponent") // its own copy
    private record Named(byte[] header, Object reader) {}
}
