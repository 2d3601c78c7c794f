package io.tidings.registry;

/** No trusted connection could be made: one of certificates, keys and protocols is not as the other side expects. */
public final class RegistryTlsException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryTlsException(String message, FailedCall call, Throwable cause) {
        super(message, false, 0, call, cause);
    }
}
