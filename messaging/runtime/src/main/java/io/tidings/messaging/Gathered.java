package io.tidings.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What came back to one request that many may answer.
 *
 * @param replies in the order in which they arrived
 * @param failures of those who answered that they failed, or whose replies cannot be read
 * @param enough whether that was as much as asked for; else the deadline has passed
 */
public record Gathered<R>(List<R> replies, List<MessagingException> failures, boolean enough) {

    public Gathered {
        replies = List.copyOf(replies);
        failures = List.copyOf(failures);
    }

    /** The replies as another type; one for which that fails is among the failures. */
    public <S> Gathered<S> map(Function<? super R, ? extends S> type) {
        List<S> typed = new ArrayList<>();
        List<MessagingException> failed = new ArrayList<>(failures);
        for (R reply : replies) {
            try {
                typed.add(type.apply(reply));
            } catch (MessagingException e) {
                failed.add(e);
            }
        }
        return new Gathered<>(typed, failed, enough);
    }
}
