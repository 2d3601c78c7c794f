package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Earlier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a document by its earlier versions. */
public final class Compatibility {

    private Compatibility() {}

    /**
     * Whether {@code info.version} says as much as the changes require. A document without earlier versions is a first
     * version, which passes.
     *
     * @param bases where earlier versions are, at least one base; with several versions, each must be kept compatible with,
     *     and the version is compared with the newest
     * @param head a valid document
     * @throws io.tidings.compat.baseline.BaselineException where a base cannot be used
     * @throws IllegalArgumentException where there is no base
     */
    public static CheckReport check(List<Baseline> bases, AsyncApiDocument head, CheckOptions options) {
        return check(bases, head, options, Window.standard());
    }

    /**
     * The same with a window.
     *
     * @param window which versions count where a base is a whole series of them
     */
    public static CheckReport check(List<Baseline> bases, AsyncApiDocument head, CheckOptions options, Window window) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no base to compare with");
        }
        List<Earlier> earlier = bases.stream().map(base -> base.read(head)).toList();
        List<BaseDocument> line = new ArrayList<>();
        Map<BaseDocument, Set<String>> older = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Earlier found : earlier) {
            notes.addAll(found.notes());
            if (found.series()) {
                Lineage lineage = Lineage.of(found.documents(), head, window);
                line.addAll(lineage.line());
                older.putAll(lineage.older());
            } else {
                line.addAll(found.documents());
            }
        }
        return line.isEmpty()
                ? FirstVersion.of(head, notes)
                : judge(line, older, head, options).withNotes(notes);
    }

    /** The same with documents that were read before, at least one. */
    public static CheckReport checkDocuments(List<BaseDocument> bases, AsyncApiDocument head, CheckOptions options) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no base to compare with");
        }
        return judge(bases, Map.of(), head, options);
    }

    private static CheckReport judge(
            List<BaseDocument> bases,
            Map<BaseDocument, Set<String>> older,
            AsyncApiDocument head,
            CheckOptions options) {
        List<BaseDocument> newestFirst = Newest.first(bases);
        BaseDocument newest = newestFirst.get(0);
        Judge judge = new Judge(head);
        newestFirst.forEach(judge::compareWith);
        older.forEach((base, channels) -> {
            Judge before = new Judge(newest.document());
            before.compareWith(base);
            judge.compareWith(base, finding -> channels.contains(finding.channel()) && !before.found(finding));
        });
        List<BaseDocument> all = new ArrayList<>(bases);
        all.addAll(older.keySet());
        List<Finding> promises = new Sunsets(newestFirst, head, options).findings();
        return new Gate(head, all, newest, options).report(judge.findings(), promises, judge.upgradeOrder());
    }
}
