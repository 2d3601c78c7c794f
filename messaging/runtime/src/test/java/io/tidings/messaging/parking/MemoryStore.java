package io.tidings.messaging.parking;

import io.tidings.messaging.EncodedMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One partition's letters and marks, and a moment before and after each is written. */
public class MemoryStore implements DeadLetterStore {

    public final List<EncodedMessage> letters = new CopyOnWriteArrayList<>();
    public final List<EncodedMessage> marks = new CopyOnWriteArrayList<>();

    /** Called before and after anything is written: what it throws is a broker that is away, or a crash. */
    protected void moment() {}

    @Override
    public long put(EncodedMessage letter, int partition) {
        moment();
        letters.add(letter);
        long position = letters.size() - 1L;
        moment();
        return position;
    }

    @Override
    public void mark(EncodedMessage mark, int partition) {
        moment();
        marks.add(mark);
        moment();
    }

    @Override
    public void marks(Consumer<EncodedMessage> reader) {
        marks.forEach(reader);
    }

    @Override
    public void read(int partition, long from, Reader reader) {
        int end = letters.size();
        for (int i = (int) from; i < end; i++) {
            if (!reader.read(i, letters.get(i))) {
                return;
            }
        }
    }
}
