package io.tidings.messaging;

/**
 * What a requestor has seen on its reply channel since it was opened.
 *
 * @param joined replies that completed a request
 * @param late replies to requests whose deadline had passed
 * @param duplicate replies to requests that had been answered before
 * @param unknown replies to somebody else's requests, as on a shared channel most are, or to nobody's
 */
public record ReplyCounts(long joined, long late, long duplicate, long unknown) {}
