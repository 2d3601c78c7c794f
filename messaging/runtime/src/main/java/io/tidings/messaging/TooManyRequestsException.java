package io.tidings.messaging;

/** As many requests as may are waiting for their replies: this one was not sent. */
public final class TooManyRequestsException extends TransientMessagingException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which setting bounds it.
     *
     * @param outstanding how many wait
     */
    public TooManyRequestsException(int outstanding) {
        super(
                outstanding + " requests are outstanding already; 'tidings.request.outstanding.max' allows no more",
                null);
    }
}
