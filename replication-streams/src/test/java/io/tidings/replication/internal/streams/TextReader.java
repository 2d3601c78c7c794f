package io.tidings.replication.internal.streams;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.RowValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Events as people write them: {@code 3=Roma}, {@code 4=} for a delete, {@code #} for another kind; else poison. */
final class TextReader implements EventReader {

    @Override
    public Optional<Event> read(EncodedMessage message, Received.Origin origin) {
        byte[] value = message.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        if (text.equals("#")) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.of(new Event.Poison(origin.offset(), null, "cannot read '" + text + "'"));
        }
        long version = Long.parseLong(text.substring(0, equals));
        byte[] rest = text.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                rest.length == 0
                        ? new Event.Delete(origin.offset(), version)
                        : new Event.Upsert(origin.offset(), version, RowValue.of(rest)));
    }
}
