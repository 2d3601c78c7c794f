package io.tidings.replication;

import io.tidings.replication.core.Absence;
import io.tidings.replication.internal.copy.store.StateFolder;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.generations.Cluster;
import io.tidings.replication.internal.generations.FileManifest;
import io.tidings.replication.internal.generations.Generation;
import io.tidings.replication.internal.generations.ManifestStore;
import io.tidings.replication.internal.generations.MissedDeletes;
import io.tidings.replication.internal.generations.Reprocessing;
import io.tidings.replication.internal.streams.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What generations have outside of their processes: directories, groups and changelog topics, named after the application and the
 * generation; and the manifest beside them. Safe for use by several threads.
 */
final class StoredGenerations {

    static final String STREAMS = "streams";
    static final String COPY = "copy";
    static final String SQL = "sql";

    private static final Logger LOG = LoggerFactory.getLogger(StoredGenerations.class);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final String applicationId;
    private final Path stateDirectory;
    private final Cluster cluster;
    private final MissedDeletes missedDeletes;
    private final Reprocessing reprocessing;
    private final Duration keepRetired;
    private final Clock clock;
    private final Map<List<String>, Retention> retentions = new ConcurrentHashMap<>();

    private record Retention(long deleteRetention, long askedAt) {}

    StoredGenerations(Map<String, String> configuration, Clock clock) {
        StreamsSettings settings = StreamsSettings.of(configuration, "generations");
        this.applicationId = configuration.getOrDefault("application.id", "");
        this.keepRetired = settings.keepRetired();
        this.stateDirectory = settings.stateDirectory();
        this.cluster = new Cluster(settings.admin(), settings.connectTimeout());
        this.missedDeletes = new MissedDeletes(cluster, settings.admin(), clock);
        this.reprocessing = new Reprocessing(settings.admin(), clock);
        this.clock = clock;
    }

    /** Who keeps the rows of a definition. */
    static String kind(ReplicaDefinition<?, ?> definition) {
        if (definition.store() == StoreKind.SQL) {
            return SQL;
        }
        return definition.coverage() == Coverage.FULL_COPY ? COPY : STREAMS;
    }

    Reprocessing reprocessing() {
        return reprocessing;
    }

    Duration keepRetired() {
        return keepRetired;
    }

    ManifestStore manifest(String view) {
        return new FileManifest(stateDirectory.resolve(applicationId).resolve(view + ".generations"));
    }

    /** Instances that have lost their directory, or are new, join those that have built a later generation. */
    int newestNumber(ReplicaDefinition<?, ?> definition) {
        if (!kind(definition).equals(STREAMS)) {
            return 0;
        }
        String first = applicationId + "-" + definition.storeName();
        Pattern name = Pattern.compile(Pattern.quote(first) + "(?:-g(\\d{1,9}))?");
        return cluster.groups(first).stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .mapToInt(group -> group.group(1) == null ? 0 : Integer.parseInt(group.group(1)))
                .max()
                .orElse(0);
    }

    boolean remove(Generation generation) {
        String name = generation.name();
        return switch (generation.shape().driver()) {
            case STREAMS -> {
                String group = applicationId + "-" + name;
                boolean gone = cluster.remove(group, group + "-" + name + "-changelog");
                yield gone && delete(stateDirectory.resolve(group));
            }
            case COPY -> destroy(stateDirectory.resolve(applicationId).resolve(name));
            default -> true;
        };
    }

    /** A full copy notices by itself, and fetches everything again. */
    boolean awayTooLong(ReplicaDefinition<?, ?> definition, long from, long to) {
        return !kind(definition).equals(COPY)
                && from > 0
                && Absence.tooLong(from, to, deleteRetention(definition.addresses()));
    }

    void sweep(ViewDriver driver) {
        try {
            missedDeletes.bury(driver);
        } catch (UnsupportedOperationException e) {
            LOG.error("Deletes were missed, and cannot be made up for: rebuild the view", e);
        }
    }

    private long deleteRetention(List<String> addresses) {
        Retention known = retentions.get(addresses);
        if (known == null || clock.millis() - known.askedAt() > KNOWN_FOR.toMillis()) {
            known = new Retention(cluster.deleteRetention(addresses), clock.millis());
            retentions.put(addresses, known);
        }
        return known.deleteRetention();
    }

    /** Only who has its lock may remove a copy: its driver may still be open, here or in a process that is just ending. */
    static boolean destroy(Path copy) {
        try {
            StateFolder folder = StateFolder.take(copy);
            if (folder == null) {
                return false;
            }
            folder.destroy();
            return true;
        } catch (StoreFailure e) {
            LOG.warn("{} is removed later", copy, e);
            return false;
        }
    }

    private static boolean delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} is removed later", directory, e);
            return false;
        }
    }
}
