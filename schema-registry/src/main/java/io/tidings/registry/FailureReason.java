package io.tidings.registry;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What lies at the bottom of a failed connection. */
final class FailureReason {

    private FailureReason() {}

    static String of(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        // Of these two the JDK's client tells no more than a class.
        if (cause instanceof ConnectException && cause.getCause() instanceof ClosedChannelException) {
            return "the connection was refused";
        }
        if (cause instanceof UnresolvedAddressException) {
            return "its host name is unknown";
        }
        String message = cause.getMessage();
        Throwable deeper = cause.getCause();
        if (message == null && deeper != null) {
            return of(deeper);
        }
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }

    /** The failure to make a trusted connection; null if it was another. */
    static @Nullable SSLException tls(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException tls) {
                return tls;
            }
        }
        return null;
    }

    /** The setting that most likely mends it. */
    static String setting(SSLException failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.contains("PKIX") || text.contains("valid certification path")) {
            return RegistrySettings.SSL_TRUSTSTORE_LOCATION;
        }
        if (text.contains("No subject alternative") || text.contains("No name matching")) {
            return RegistrySettings.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM;
        }
        if (text.contains("protocol")) {
            return RegistrySettings.SSL_ENABLED_PROTOCOLS;
        }
        return text.contains("certificate") || text.contains("alert")
                ? RegistrySettings.SSL_KEYSTORE_LOCATION
                : RegistrySettings.URL;
    }
}
