package io.tidings.benchmarks.replication;

/** A running copy of a topic. */
interface Copy extends AutoCloseable {

    /** Waits until it has applied everything that was in the topic when it was started. */
    void awaitAll() throws Exception;

    @Override
    void close();

    /** Starts one. */
    @FunctionalInterface
    interface Start {

        /**
         * Starts.
         *
         * @param id its own, or that of one whose state it goes on with
         */
        Copy start(String id) throws Exception;
    }
}
