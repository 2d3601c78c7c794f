package io.tidings.replication;

/** What is kept of an entity that is erased. */
public enum Erasure {
    /**
     * Nothing. The next event about it brings it back, also an old one that is read again: only for channels on which the owner has
     * deleted it.
     */
    FORGET,

    /** A grave: key and version. A newer version brings it back. It is forgotten as those of deletes are. */
    UNTIL_NEWER,

    /**
     * A grave that is kept for ever, and a hash of the key that a rebuilt view knows it by: nothing brings it back on this
     * instance.
     */
    FOR_GOOD
}
