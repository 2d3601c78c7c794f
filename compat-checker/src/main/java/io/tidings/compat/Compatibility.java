package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import java.util.List;

/** Judges a document by its earlier versions. */
public final class Compatibility {

    private Compatibility() {}

    /**
     * Whether {@code info.version} says as much as the changes require.
     *
     * @param bases earlier versions, at least one; with several, each must be kept compatible with, and the version is
     *     compared with the newest
     * @param head a valid document
     * @throws io.tidings.compat.baseline.BaselineException where a base cannot be used
     * @throws IllegalArgumentException where there is no base
     */
    public static CheckReport check(List<Baseline> bases, AsyncApiDocument head, CheckOptions options) {
        return checkDocuments(bases.stream().map(Baseline::read).toList(), head, options);
    }

    /** The same with documents that were read before. */
    public static CheckReport checkDocuments(List<BaseDocument> bases, AsyncApiDocument head, CheckOptions options) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no base to compare with");
        }
        List<BaseDocument> newestFirst = Newest.first(bases);
        Judge judge = new Judge(head);
        newestFirst.forEach(judge::compareWith);
        List<Finding> promises = new Sunsets(newestFirst, head, options).findings();
        return new Gate(head, bases, newestFirst.get(0), options)
                .report(judge.findings(), promises, judge.upgradeOrder());
    }
}
