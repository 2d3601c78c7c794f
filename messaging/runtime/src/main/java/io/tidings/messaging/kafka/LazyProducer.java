package io.tidings.messaging.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** A producer that most never need, made when it is first asked for. */
final class LazyProducer implements Supplier<Producer<byte[], byte[]>> {

    private final Supplier<Producer<byte[], byte[]>> making;
    private @Nullable Producer<byte[], byte[]> made;

    LazyProducer(Supplier<Producer<byte[], byte[]>> making) {
        this.making = making;
    }

    @Override
    public synchronized Producer<byte[], byte[]> get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    synchronized void close(Duration deadline) {
        if (made != null) {
            made.close(deadline);
        }
    }
}
