package io.tidings.benchmarks;

/** One way to write a record as a framed message and to read it again, over and over the same. For one thread. */
interface Contender {

    /** A framed message. */
    Object write() throws Exception;

    /** A record. */
    Object read() throws Exception;
}
