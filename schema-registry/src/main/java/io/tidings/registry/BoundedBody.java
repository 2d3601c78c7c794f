package io.tidings.registry;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes an answer's body up to a bound: no registry, and nothing that answers in its place, fills our memory. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** The lists of subjects of large registries are a few megabytes. */
    static final long MAX_BYTES = 32L << 20;

    /** The body goes beyond the bound. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("more than " + MAX_BYTES + " bytes");
        }
    }

    private final BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private Flow.@Nullable Subscription subscription;
    private long received;

    static HttpResponse.BodyHandler<byte[]> handler() {
        return head -> new BoundedBody();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        Flow.Subscription given = subscription;
        if (received <= MAX_BYTES) {
            whole.onNext(buffers);
        } else if (given != null) {
            given.cancel();
            whole.onError(new TooLargeException());
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        if (received <= MAX_BYTES) {
            whole.onComplete();
        }
    }
}
