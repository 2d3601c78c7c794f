package io.tidings.benchmarks;

import com.example.shop.Order;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Everybody who can write and read a record, by name. Refuses to compare what does not do the same work. */
final class Contenders {

    private Contenders() {}

    static Map<String, Contender> of(Records size) {
        SpecificRecord record = size.make();
        Map<String, Contender> contenders = new LinkedHashMap<>();
        try {
            contenders.put("tidings", new TidingsPeer(record));
            if (record instanceof Order order) {
                contenders.put("by hand", new ByHand(order));
            } else {
                contenders.put("avro, custom coders", new AvroPeer(record, true));
            }
            contenders.put("avro", new AvroPeer(record, false));
            if (Confluent.present()) {
                contenders.put("confluent", Confluent.contender(size));
            }
            byte[] message = new AvroPeer(record, false).write();
            for (Map.Entry<String, Contender> peer : contenders.entrySet()) {
                boolean foreign = peer.getKey().equals("confluent");
                // Confluent's records are of another loader's classes.
                boolean reads = foreign || record.equals(peer.getValue().read());
                if (!reads || !Arrays.equals(message, (byte[]) peer.getValue().write())) {
                    throw new IllegalStateException(peer.getKey() + " does not agree");
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return contenders;
    }
}
