package io.tidings.examples.support;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service holds, closed in the reverse order of opening, also when starting fails half-way. Used by one thread. */
public final class Resources implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Keeps a resource until {@link #close()}. */
    public <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", resource, e);
            }
        }
    }

    /** Starts a service; what was opened is closed if that fails. */
    public static Service starting(Opening opening) throws Exception {
        Resources resources = new Resources();
        try {
            opening.open(resources);
            return resources;
        } catch (Exception e) {
            resources.close();
            throw e;
        }
    }

    /** Opens what a service needs. */
    public interface Opening {
        void open(Resources resources) throws Exception;
    }
}
