package io.tidings.compat.rule;

import io.tidings.compat.diff.Change;
import java.util.Optional;

/**
 * Judges one kind of change.
 *
 * @param <C> the kind of change it looks at
 */
public abstract class Rule<C extends Change> {

    private final Class<C> kind;
    private final RuleInfo info;

    protected Rule(Class<C> kind, RuleInfo info) {
        this.kind = kind;
        this.info = info;
    }

    public final RuleInfo info() {
        return info;
    }

    /** What this rule says of a change; empty where it has nothing to say. */
    public final Optional<Judgement> judge(Change change) {
        if (!kind.isInstance(change)) {
            return Optional.empty();
        }
        C mine = kind.cast(change);
        return fires(mine)
                ? Optional.of(new Judgement(info, grid(mine).impact(change.at().scope(), source(mine)), reason(mine)))
                : Optional.empty();
    }

    final Class<C> kind() {
        return kind;
    }

    /** Whether a change of the right kind is one of those this rule speaks of. */
    protected boolean fires(C change) {
        return true;
    }

    /** The impact of this very change, where it depends on more than role and retention. */
    protected Grid grid(C change) {
        return info.grid();
    }

    protected Bump source(C change) {
        return info.source();
    }

    /** What changed and who breaks how: one sentence without a full stop. */
    protected abstract String reason(C change);
}
