package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.diff.Differences;
import io.tidings.compat.version.SemanticVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents describe services of their own. A folder often holds released versions beside the current one: of each
 * major number the newest counts, since majors are served side by side.
 *
 * @param findings what is said of the documents that do not count
 */
record Services(List<Service> services, List<LandscapeFinding> findings) {

    static Services of(List<AsyncApiDocument> documents) {
        Map<String, Map<String, List<AsyncApiDocument>>> byService = new LinkedHashMap<>();
        for (AsyncApiDocument document : documents) {
            byService
                    .computeIfAbsent(identity(document), same -> new LinkedHashMap<>())
                    .computeIfAbsent(major(document), same -> new ArrayList<>())
                    .add(document);
        }
        List<Service> services = new ArrayList<>();
        List<LandscapeFinding> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Map<String, List<AsyncApiDocument>> majors : byService.values()) {
            majors.forEach((major, versions) -> {
                AsyncApiDocument newest = newest(versions);
                String title = newest.info().title();
                Service service = Service.of(unique(majors.size() == 1 ? title : title + " v" + major, names), newest);
                services.add(service);
                versions.stream()
                        .filter(version -> !version.file().equals(newest.file()))
                        .forEach(version -> leftOut(version, service).ifPresent(findings::add));
            });
        }
        return new Services(services, findings);
    }

    /** What makes two documents versions of one. */
    static String identity(AsyncApiDocument document) {
        String id = document.id();
        return id != null ? id : document.info().title();
    }

    private static String major(AsyncApiDocument document) {
        return SemanticVersion.parse(document.info().version())
                .map(version -> version.major().toString())
                .orElse(document.info().version());
    }

    private static AsyncApiDocument newest(List<AsyncApiDocument> versions) {
        Comparator<Optional<SemanticVersion>> order = Comparator.comparing(
                (Optional<SemanticVersion> version) -> version.orElse(null),
                Comparator.nullsFirst(Comparator.naturalOrder()));
        AsyncApiDocument newest = versions.get(0);
        for (AsyncApiDocument version : versions) {
            boolean newer = order.compare(
                            SemanticVersion.parse(version.info().version()),
                            SemanticVersion.parse(newest.info().version()))
                    > 0;
            newest = newer ? version : newest;
        }
        return newest;
    }

    private static Optional<LandscapeFinding> leftOut(AsyncApiDocument document, Service counted) {
        boolean sameVersion = document.info().version().equals(counted.version());
        if (sameVersion && Differences.between(document, counted.document()).isEmpty()) {
            return Optional.empty();
        }
        Service other = Service.of(counted.name(), document);
        return Optional.of(LandscapeFinding.of(
                        SystemRule.SYSTEM_SERVICE_TWICE,
                        sameVersion ? Severity.WARNING : Severity.INFO,
                        counted.name() + " stands in two documents: "
                                + (sameVersion
                                        ? "both say " + counted.version() + ", and they differ"
                                        : document.info().version() + " is left out, " + counted.version() + " counts"))
                .at(other, document.info().locationOf("version"), "this one is left out")
                .at(counted, counted.document().info().locationOf("version"), "this one counts"));
    }

    private static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }
}
