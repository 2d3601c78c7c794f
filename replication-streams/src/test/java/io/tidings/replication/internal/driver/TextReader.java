package io.tidings.replication.internal.driver;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Events as people write them: {@code 3=Roma}, {@code 4=} for a delete, {@code #} for another kind; else poison. */
public final class TextReader implements EventReader {

    private final int log;

    public TextReader() {
        this(0);
    }

    public TextReader(int log) {
        this.log = log;
    }

    @Override
    public Optional<Event> read(EncodedMessage message, Received.Origin origin) {
        byte[] value = message.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        if (text.equals("#")) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.of(new Event.Poison(log, origin.offset(), null, "cannot read '" + text + "'"));
        }
        long version = Long.parseLong(text.substring(0, equals));
        byte[] rest = text.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                rest.length == 0
                        ? new Event.Delete(log, origin.offset(), version)
                        : new Event.Upsert(log, origin.offset(), version, RowValue.of(rest)));
    }
}
