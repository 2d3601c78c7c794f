package io.tidings.cli;

import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.kafka.KafkaDeadLetters;
import java.util.HexFormat;

/** A parked key as people write and read it: no two keys of a group have the same name. */
final class KeyName {

    private static final String HEX = "hex:";

    private KeyName() {}

    static String of(ParkedKey parked) {
        byte[] key = parked.key();
        if (key == null) {
            return "@" + parked.partition() + "-" + parked.offset();
        }
        return KafkaDeadLetters.text(key)
                .filter(text -> !text.isBlank() && !text.startsWith(HEX) && !text.startsWith("@"))
                .orElseGet(() -> HEX + HexFormat.of().formatHex(key));
    }
}
