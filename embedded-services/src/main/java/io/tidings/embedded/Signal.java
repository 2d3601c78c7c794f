package io.tidings.embedded;

/** The POSIX signals a {@link ChildProcess} can be sent; STOP and CONT freeze it and let it go on, for fault tests. */
public enum Signal {
    HUP,
    INT,
    QUIT,
    TERM,
    KILL,
    STOP,
    CONT,
    USR1,
    USR2
}
