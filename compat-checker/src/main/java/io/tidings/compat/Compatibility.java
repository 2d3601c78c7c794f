package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.Lineage.Older;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.baseline.Earlier.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges a document by its earlier versions. */
public final class Compatibility {

    private Compatibility() {}

    /**
     * Whether {@code info.version} says as much as the changes require. A document without earlier versions is a first
     * version, which passes.
     *
     * @param bases where earlier versions are, at least one base; with several versions, each must be kept compatible with,
     *     and the version is compared with the newest: what that one has announced is not asked for again
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
        List<BaseDocument> line = new ArrayList<>();
        List<Older> older = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Baseline base : bases) {
            Earlier earlier = base.read(head);
            Lineage lineage = Lineage.of(earlier, head, window);
            line.addAll(lineage.line());
            older.addAll(lineage.older());
            objections.addAll(earlier.objections());
            notes.addAll(earlier.notes());
        }
        return line.isEmpty()
                ? FirstVersion.of(head, notes)
                : judge(line, older, objections, head, options).withNotes(notes);
    }

    /** The same with documents that were read before, at least one. */
    public static CheckReport checkDocuments(List<BaseDocument> bases, AsyncApiDocument head, CheckOptions options) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no base to compare with");
        }
        return judge(bases, List.of(), List.of(), head, options);
    }

    private static CheckReport judge(
            List<BaseDocument> bases,
            List<Older> older,
            List<Objection> objections,
            AsyncApiDocument head,
            CheckOptions options) {
        List<BaseDocument> newestFirst = Newest.first(bases);
        Announced announced = new Announced(newestFirst.get(0), options.axis());
        Judge judge = new Judge(head);
        judge.compareWith(newestFirst.get(0));
        for (BaseDocument earlier : newestFirst.subList(1, newestFirst.size())) {
            judge.compareWith(earlier, finding -> judge.found(finding) || !announced.since(earlier, finding));
        }
        List<BaseDocument> all = new ArrayList<>(bases);
        for (Older some : older) {
            Judge before = new Judge(some.newest().document());
            before.compareWith(some.base());
            Set<String> channels = some.channels();
            judge.compareAside(
                    some.base(),
                    finding -> (channels == null || channels.contains(finding.channel())) && !before.found(finding));
            all.add(some.base());
        }
        List<Finding> findings = judge.findings();
        List<Finding> promises = new ArrayList<>(new Sunsets(newestFirst, head, options).findings());
        promises.addAll(Refusals.of(objections, findings));
        return new Gate(head, all, newestFirst.get(0), options).report(findings, promises, judge.upgradeOrder());
    }
}
