package io.tidings.messaging.jdbc.pending;

/**
 * What became of replies to pending requests, and of requests without one, in this JVM.
 *
 * @param joined replies, faults among them, that resumed a request
 * @param expired requests whose deadline passed
 * @param late replies that came after that
 * @param duplicate replies to requests that had been resumed before
 * @param unknown replies to no request of this requestor, or to one that was purged
 */
public record PendingCounts(long joined, long expired, long late, long duplicate, long unknown) {}
