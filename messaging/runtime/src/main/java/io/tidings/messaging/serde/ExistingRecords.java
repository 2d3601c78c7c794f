package io.tidings.messaging.serde;

import io.tidings.messaging.MessageType;
import io.tidings.messaging.UnfitClassException;
import io.tidings.messaging.avro.RecordCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericContainer;

/**
 * What generated code does with classes that were there before it: they have the schema that they have. Where it is not the
 * document's, values are resolved by Avro's rules on their way out and in; where that cannot work, clients do not start.
 */
public final class ExistingRecords {

    private ExistingRecords() {}

    /** Writes and reads values of such a class within a generated record: by its own codec, if it has one, or else as Avro does. */
    public static <R extends GenericContainer> RecordCodec<R> codec(Class<R> existing) {
        return OwnCodec.find(existing);
    }

    /**
     * For who sends such messages.
     *
     * @throws UnfitClassException if a class of the user's own has no field for something that the document demands
     */
    public static void requireWritable(MessageType<?>... types) {
        List<String> reasons = new ArrayList<>();
        for (MessageType<?> type : types) {
            Fit.ofWriting(type)
                    .forEach(reason -> reasons.add("message '" + type.name() + "' cannot be sent: " + reason));
        }
        require(reasons);
    }

    /**
     * For who receives such messages.
     *
     * @return the same
     * @throws UnfitClassException if a class of the user's own cannot hold something that the document allows
     */
    public static List<MessageType<?>> readable(List<MessageType<?>> types) {
        List<String> reasons = new ArrayList<>();
        for (MessageType<?> type : types) {
            Fit.ofReading(type)
                    .forEach(reason -> reasons.add("message '" + type.name() + "' cannot be received: " + reason));
        }
        require(reasons);
        return types;
    }

    private static void require(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new UnfitClassException(reasons);
        }
    }
}
