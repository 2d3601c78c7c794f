package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.Lineage.Older;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.baseline.Earlier.Objection;
import io.tidings.compat.baseline.EarlierVersion;
import io.tidings.compat.rule.BaseRules;
import io.tidings.compat.version.VersionText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One check of a document against all versions that count. The newest is in memory for as long as the check takes, the others
 * while they are compared, some side by side. Used once.
 */
final class Judging {

    /**
     * What became of a version.
     *
     * @param compared with the head; null where the version is no valid document
     * @param before an older version compared with the newest; null for others
     * @param sunsets what is said of the promises that it made
     */
    private record Result(
            EarlierVersion version,
            @Nullable Compared compared,
            @Nullable Compared before,
            List<Finding> sunsets,
            Optional<BaselineException> failure) {}

    private final AsyncApiDocument head;
    private final CheckOptions options;
    private final Sunsets sunsets;
    private final List<String> notes = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final List<EarlierVersion> line = new ArrayList<>();
    private final List<Older> older = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    /** The newest of each base, read: without it nothing would be said of the last change. */
    private final IdentityHashMap<EarlierVersion, BaseDocument> newest = new IdentityHashMap<>();

    Judging(AsyncApiDocument head, CheckOptions options) {
        this.head = head;
        this.options = options;
        this.sunsets = new Sunsets(head, options);
    }

    CheckReport of(List<Earlier> bases, Window window) {
        for (Earlier earlier : bases) {
            Lineage lineage = Lineage.of(earlier, head, window);
            lineage.line().stream().findFirst().ifPresent(first -> newest.put(first, first.read()));
            line.addAll(lineage.line());
            older.addAll(lineage.older());
            objections.addAll(earlier.objections());
            notes.addAll(earlier.notes());
            doubts.addAll(earlier.doubts());
        }
        List<Finding> doubtful = doubts.stream()
                .map(doubt ->
                        Finding.ofGate(BaseRules.EMPTY, true, null, head.info().locationOf("version"), doubt))
                .toList();
        return line.isEmpty() ? FirstVersion.of(head, doubtful, options, notes) : judged(doubtful);
    }

    private CheckReport judged(List<Finding> doubtful) {
        List<EarlierVersion> newestFirst = Newest.first(line);
        EarlierVersion first = newestFirst.get(0);
        BaseDocument latest = newest.computeIfAbsent(first, EarlierVersion::read);
        List<Result> results = newestFirst.parallelStream().map(this::compared).toList();
        List<Result> aside = older.parallelStream().map(this::compared).toList();
        Stream.concat(results.stream(), aside.stream())
                .flatMap(result -> result.failure().stream())
                .forEach(failure -> notes.add("left out: " + failure.getMessage()));
        Judge judge = new Judge();
        Announced announced = new Announced(latest, options.axis());
        for (Result result : results) {
            Compared compared = result.compared();
            if (compared != null && result.version() == first) {
                judge.add(compared);
            } else if (compared != null) {
                judge.add(compared, finding -> judge.found(finding) || !announced.since(result.version(), finding));
            }
        }
        for (int i = 0; i < aside.size(); i++) {
            addOlder(judge, older.get(i), aside.get(i));
        }
        List<Finding> findings = judge.findings();
        List<Finding> promises = new ArrayList<>(promised(results));
        promises.addAll(sunsets.earlier(latest));
        promises.addAll(sunsets.passed());
        promises.addAll(Refusals.of(objections, findings));
        promises.addAll(doubtful);
        Set<EarlierVersion> invalid = invalid(results, aside);
        List<EarlierVersion> all = Stream.concat(line.stream(), older.stream().map(Older::base))
                .filter(version -> !invalid.contains(version))
                .toList();
        return new Gate(head, all, latest, options, texts(results, aside))
                .report(findings, promises, judge.upgradeOrder())
                .withNotes(notes);
    }

    private static void addOlder(Judge judge, Older some, Result result) {
        Compared compared = result.compared();
        Compared before = result.before();
        if (compared == null || before == null) {
            return;
        }
        Judge declared = new Judge();
        declared.add(before);
        Set<String> channels = some.channels();
        judge.addAside(
                compared,
                finding -> (channels == null || channels.contains(finding.channel())) && !declared.found(finding));
    }

    private Result compared(EarlierVersion version) {
        try {
            BaseDocument base = read(version);
            return new Result(version, Compared.of(base, head), null, sunsets.broken(base), Optional.empty());
        } catch (BaselineException e) {
            return failed(version, e);
        }
    }

    private Result compared(Older some) {
        try {
            BaseDocument base = read(some.base());
            Compared before = Compared.of(base, read(some.newest()).document());
            return new Result(some.base(), Compared.of(base, head), before, List.of(), Optional.empty());
        } catch (BaselineException e) {
            return failed(some.base(), e);
        }
    }

    private BaseDocument read(EarlierVersion version) {
        BaseDocument known = newest.get(version);
        return known == null ? version.read() : known;
    }

    /** What was released cannot be mended. But what could not even be read may be there the next time. */
    private static Result failed(EarlierVersion version, BaselineException e) {
        if (e.result().isEmpty()) {
            throw e;
        }
        return new Result(version, null, null, List.of(), Optional.of(e));
    }

    /** Of several bases in one major the newest speaks. */
    private List<Finding> promised(List<Result> newestFirst) {
        Map<String, List<Finding>> byMajor = new java.util.LinkedHashMap<>();
        newestFirst.stream()
                .filter(result -> result.compared() != null)
                .forEach(result -> byMajor.putIfAbsent(major(result.version()), result.sunsets()));
        return byMajor.values().stream().flatMap(List::stream).toList();
    }

    private String major(EarlierVersion base) {
        String version = base.version().orElse(head.info().version());
        return VersionText.of(version).meant().map(v -> v.major().toString()).orElse(version);
    }

    private static Set<EarlierVersion> invalid(List<Result> results, List<Result> aside) {
        Set<EarlierVersion> invalid = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(results.stream(), aside.stream())
                .filter(result -> result.compared() == null)
                .forEach(result -> invalid.add(result.version()));
        return invalid;
    }

    private static Map<String, String> texts(List<Result> results, List<Result> aside) {
        Map<String, String> texts = new HashMap<>();
        Stream.concat(results.stream(), aside.stream()).forEach(result -> {
            Compared compared = result.compared();
            if (compared != null) {
                compared.texts().forEach(texts::putIfAbsent);
            }
        });
        return texts;
    }
}
