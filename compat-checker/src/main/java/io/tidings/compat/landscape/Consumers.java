package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whose documents those are. Unlike in a landscape each document counts, old versions too: as long as they are there, somebody
 * runs them.
 */
final class Consumers {
    private Consumers() {}

    static List<Service> of(AsyncApiDocument owner, List<AsyncApiDocument> documents, List<BaseDocument> counterparts) {
        String identity = Services.identity(owner);
        Set<String> names = new HashSet<>(Set.of(owner.info().title()));
        List<Service> services = new ArrayList<>();
        for (AsyncApiDocument document : documents) {
            boolean copy = Services.identity(document).equals(identity);
            String title = document.info().title();
            String version = document.info().version();
            services.add(
                    copy
                            ? new Service(
                                    unique(other(title, version), end(document.file()), names),
                                    document,
                                    true,
                                    UnaryOperator.identity())
                            : Service.of(unique(title, version, names), document));
        }
        for (BaseDocument counterpart : counterparts) {
            AsyncApiDocument document = counterpart.document();
            String name = other(document.info().title(), document.info().version());
            services.add(
                    new Service(unique(name, end(counterpart.source()), names), document, true, counterpart.shown()));
        }
        return services;
    }

    private static String other(String title, String version) {
        return "who uses " + title + " " + version;
    }

    /** The file and its folder: enough to tell copies apart. */
    private static String end(String file) {
        String[] parts = file.replace('\\', '/').split("/", -1);
        return parts.length < 2 ? file : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static String unique(String wanted, String more, Set<String> taken) {
        String name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + " (" + more + (i == 1 ? ")" : ", " + i + ")");
        }
        return name;
    }
}
