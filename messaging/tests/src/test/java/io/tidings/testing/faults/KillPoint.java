package io.tidings.testing.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Where a service kills itself, in the order in which a message passes by. */
enum KillPoint {
    /** A record was fetched; nobody has begun with it. */
    FETCHED,
    /** The handler has changed a row; nothing is committed. */
    ROW_CHANGED,
    /** The handler has put its message into the outbox; nothing is committed. */
    OUTBOX_WRITTEN,
    /** The handler's transaction is committed; the record does not count as done yet. */
    COMMITTED,
    /** The broker has the offset's commit; the service has not heard of it. */
    OFFSET_COMMIT_IN_FLIGHT,
    /** The relay has read its rows, and sent none. */
    RELAY_READ,
    /** The relay's messages are at the broker, in a transaction that is open. */
    RELAY_UNCOMMITTED,
    /** The broker has committed the relay's messages; their rows are there. */
    RELAY_SENT,
    /** The rows are deleted; that is not committed. */
    RELAY_DELETED,
    /** A dead letter is at the broker; its record's offset is not committed. */
    DEAD_LETTER_SENT,
    /** A request was sent; no reply has come. */
    REQUEST_SENT,
    /** A reply was sent; its request's offset is not committed. */
    REPLY_SENT,
    /** The group is being rearranged: what was done is committed, the partition not given back. */
    REVOKED,
    /** The service closes: it has taken its last record, and has not left the group. */
    CLOSING;

    static final String PROPERTY = "faults.kill";
    private static final String CHOSEN = System.getProperty(PROPERTY, "");
    private static final int AT = Integer.getInteger("faults.kill.at", 1);
    private static final AtomicInteger REACHED = new AtomicInteger();

    /** What a service prints before it dies. */
    String lastWords() {
        return "reached " + name();
    }

    /** Ends this process with SIGKILL if this is the point, and it is reached for the chosen time. Else nothing. */
    @SuppressWarnings("SystemOut") // the parent looks for it
    void reach() {
        if (!CHOSEN.equals(name()) || REACHED.incrementAndGet() != AT) {
            return;
        }
        System.out.println(lastWords());
        try {
            // Not halt(): that would still be this JVM's own doing.
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot kill itself", e);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
