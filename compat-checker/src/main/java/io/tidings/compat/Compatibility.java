package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Earlier;
import java.util.List;

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
        return judge(bases.stream().map(base -> base.read(head)).toList(), head, options, window);
    }

    /**
     * The same with what bases came to. Versions are read one after another, and only what was found is kept of each.
     *
     * @throws io.tidings.compat.baseline.BaselineException where a version cannot be used
     */
    public static CheckReport judge(List<Earlier> bases, AsyncApiDocument head, CheckOptions options, Window window) {
        return new Judging(head, options).of(bases, window);
    }

    /** The same with documents that were read before, at least one. */
    public static CheckReport checkDocuments(List<BaseDocument> bases, AsyncApiDocument head, CheckOptions options) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no base to compare with");
        }
        Earlier earlier = Earlier.of(bases, Earlier.Kind.NAMED, List.of(), List.of());
        return judge(List.of(earlier), head, options, Window.standard());
    }
}
