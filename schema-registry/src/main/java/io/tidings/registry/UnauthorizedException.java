package io.tidings.registry;

/** The registry does not know or does not allow the credentials: status 401 or 403. */
public final class UnauthorizedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(String message, int status, FailedCall call) {
        super(message, false, status, call, null);
    }
}
