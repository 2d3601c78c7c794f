package io.tidings.embedded;

/**
 * The POSIX signals a {@link ChildProcess} can be sent. STOP and CONT freeze it and let it go on, for fault tests. INT and
 * QUIT reach only programs that ask for them, as PostgreSQL does: what a shell starts in the background, as the watchdog
 * does, begins deaf to both, and a JVM stays so. Use TERM there.
 */
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
