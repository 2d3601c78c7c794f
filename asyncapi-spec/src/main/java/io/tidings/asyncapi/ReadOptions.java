package io.tidings.asyncapi;

import io.tidings.asyncapi.remote.RemoteAccess;
import io.tidings.asyncapi.rule.RuleSettings;
import io.tidings.asyncapi.source.SourceLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param limits how much of a file is read before a problem is reported instead
 * @param rules how rules are weighed; goes before what a file says
 * @param settings the file that says how rules are weighed; null for {@code .tidings.yaml} beside the document, where there
 *     is one
 * @param roots folders that references may lead into, besides those of the document itself: the work tree it stands in, or
 *     where there is none, its own folder and the folders beside that
 * @param remote which URLs references may lead to; {@link RemoteAccess#NONE} leaves all of them unread
 */
public record ReadOptions(
        SourceLimits limits, RuleSettings rules, @Nullable Path settings, List<Path> roots, RemoteAccess remote) {

    /** What {@link AsyncApi#read(Path)} uses. */
    public static final ReadOptions DEFAULT =
            new ReadOptions(SourceLimits.DEFAULT, RuleSettings.DEFAULT, null, List.of(), RemoteAccess.NONE);

    public ReadOptions {
        roots = List.copyOf(roots);
    }

    /** The same with other limits. */
    public ReadOptions withLimits(SourceLimits other) {
        return new ReadOptions(other, rules, settings, roots, remote);
    }

    /** The same with other weights of rules. */
    public ReadOptions withRules(RuleSettings weights) {
        return new ReadOptions(limits, weights, settings, roots, remote);
    }

    /** The same with the settings in a file, whatever stands beside the document. */
    public ReadOptions withSettings(Path file) {
        return new ReadOptions(limits, rules, file, roots, remote);
    }

    /** The same with further folders that references may lead into. */
    public ReadOptions withRoots(Path... further) {
        List<Path> all = new ArrayList<>(roots);
        all.addAll(Arrays.asList(further));
        return new ReadOptions(limits, rules, settings, all, remote);
    }

    /** The same with these URLs. */
    public ReadOptions remote(RemoteAccess access) {
        return new ReadOptions(limits, rules, settings, roots, access);
    }
}
