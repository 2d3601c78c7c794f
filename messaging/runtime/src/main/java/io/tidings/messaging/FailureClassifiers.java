package io.tidings.messaging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The classifiers on the class path, loaded once. */
final class FailureClassifiers {

    private static final Logger LOG = LoggerFactory.getLogger(FailureClassifiers.class);

    static final List<FailureClassifier> INSTALLED = load();

    private FailureClassifiers() {}

    /** One that cannot be loaded, because its technology is not on the class path, has nothing to judge either. */
    private static List<FailureClassifier> load() {
        List<FailureClassifier> found = new ArrayList<>();
        Iterator<FailureClassifier> services = ServiceLoader.load(
                        FailureClassifier.class, FailureClassifier.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return List.copyOf(found);
                }
                found.add(services.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.warn("A failure classifier is left out: {}", e.toString());
            }
        }
    }
}
