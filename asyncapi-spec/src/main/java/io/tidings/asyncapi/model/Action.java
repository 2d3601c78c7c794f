package io.tidings.asyncapi.model;

/** What the described application does on an operation's channel (AsyncAPI 3.0, Operation Object). */
public enum Action {
    SEND,
    RECEIVE;

    /** The other side's action. */
    public Action inverse() {
        return this == SEND ? RECEIVE : SEND;
    }

    /** As the specification writes it: {@code send} or {@code receive}. */
    public String label() {
        return this == SEND ? "send" : "receive";
    }
}
