package io.tidings.messaging.accepted;

/** Who is told how a request goes on. Called on the {@link RequestWatch}'s thread, which must not be kept waiting. */
@FunctionalInterface
public interface RequestObserver<S extends Enum<S>> {

    /** The request stands so now. States in between may be left out. After one that has ended nothing more comes. */
    void changed(AcceptedRequest<S> request);

    /** There is no such request, or it was purged. Nothing more comes. */
    default void gone() {}
}
