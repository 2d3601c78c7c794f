package io.tidings.replication.internal.sql;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Which failures no new attempt mends: somebody must change something first. */
final class Endings {

    private Endings() {}

    static boolean beyondRepair(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || cause instanceof InvalidTopicException
                    || cause instanceof UnsupportedVersionException
                    || cause instanceof ConfigException) {
                return true;
            }
        }
        return false;
    }
}
