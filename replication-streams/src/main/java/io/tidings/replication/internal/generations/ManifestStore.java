package io.tidings.replication.internal.generations;

/** Where the manifest of a view is kept. Used by one thread at a time. */
public interface ManifestStore {

    /** What was written last; {@link Manifest#NONE} if nothing was. */
    Manifest read();

    /** Whoever reads after this returns, also after a crash, reads this; who reads before sees what was there before. */
    void write(Manifest manifest);
}
