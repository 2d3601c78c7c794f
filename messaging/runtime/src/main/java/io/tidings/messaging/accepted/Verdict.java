package io.tidings.messaging.accepted;

/** What becomes of something that was to be done to a request. All but {@link #APPLIED} change nothing. */
public enum Verdict {
    /** It was done. */
    APPLIED,
    /** It had been done before, for the same cause: the reply came twice, the client asked twice. */
    DUPLICATE,
    /** The request has ended, or is past that, for another reason: what led here may have to be undone. */
    LATE,
    /** The request may get there, but not from the state it is in: something else must happen first. */
    EARLY,
    /** The request has moved since it was looked at. */
    STALE,
    /** There is no such request, or it was purged. */
    UNKNOWN
}
