package io.tidings.testing.faults;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
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
    /** The relay has taken the lease; it has no sink yet. */
    RELAY_LEASED,
    /** The relay's sink is open, and its predecessor's shut out; it has not looked whether it still leads. */
    RELAY_OPENED,
    /** A log-tailing relay has found its slot or made it; it has not looked at the table. */
    RELAY_SLOT_OPENED,
    /** The relay has read its rows, and sent none. */
    RELAY_READ,
    /** The relay's messages are at the broker, in a transaction that is open. */
    RELAY_UNCOMMITTED,
    /** The broker has committed the relay's messages; their rows are there. */
    RELAY_SENT,
    /** The broker has refused a message; it is not barred yet. */
    RELAY_REFUSED,
    /** The rows are deleted; that is not committed. */
    RELAY_DELETED,
    /** A row is barred; that is not committed. */
    RELAY_BARRED,
    /** What became of a batch is committed. */
    RELAY_SETTLED,
    /** The relay closes: its sink is closed, its lease is not given up. */
    RELAY_CLOSING,
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

    /** Those of a log-tailing relay that is a process of its own. */
    static final Set<KillPoint> OF_LOG_TAILING_RELAY = EnumSet.range(RELAY_LEASED, RELAY_CLOSING);

    /** Those of a polling relay. */
    static final Set<KillPoint> OF_RELAY = EnumSet.of(
            RELAY_LEASED,
            RELAY_OPENED,
            RELAY_READ,
            RELAY_UNCOMMITTED,
            RELAY_SENT,
            RELAY_REFUSED,
            RELAY_DELETED,
            RELAY_BARRED,
            RELAY_SETTLED,
            RELAY_CLOSING);

    /** Those that a shop comes by. */
    static final Set<KillPoint> OF_SHOP = EnumSet.complementOf(EnumSet.of(
            RELAY_LEASED, RELAY_OPENED, RELAY_SLOT_OPENED, RELAY_REFUSED, RELAY_BARRED, RELAY_SETTLED, RELAY_CLOSING));

    static final String PROPERTY = "faults.kill";
    static final String AT_PROPERTY = "faults.kill.at";
    /** What it does to itself. */
    static final String SIGNAL_PROPERTY = "faults.kill.signal";

    private static final String CHOSEN = System.getProperty(PROPERTY, "");
    private static final int AT = Integer.getInteger(AT_PROPERTY, 1);
    private static final String SIGNAL = System.getProperty(SIGNAL_PROPERTY, "KILL");
    private static final AtomicInteger REACHED = new AtomicInteger();

    /** Whether it is to end here, some time. */
    boolean isChosen() {
        return CHOSEN.equals(name());
    }

    /** What a service prints before it dies. */
    String lastWords() {
        return "reached " + name();
    }

    /**
     * Ends this process with SIGKILL if this is the point, and it is reached for the chosen time; or lets it stand still with
     * SIGSTOP, until somebody wakes it up. Else nothing.
     */
    @SuppressWarnings("SystemOut") // the parent looks for it
    void reach() {
        if (!isChosen() || REACHED.incrementAndGet() != AT) {
            return;
        }
        System.out.println(lastWords());
        try {
            // Not halt(): that would still be this JVM's own doing.
            Process kill = new ProcessBuilder(
                            "kill",
                            "-" + SIGNAL,
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            kill.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Cannot kill itself", e);
        }
        while (SIGNAL.equals("KILL")) {
            LockSupport.park();
        }
    }
}
