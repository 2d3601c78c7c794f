package io.tidings.compat.rule.json;

import io.tidings.compat.diff.MessageChange.PayloadUndecided;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema of a payload or of headers changed, and what that means is not decided. */
final class PayloadUndecidedRule extends Rule<PayloadUndecided> {

    PayloadUndecidedRule() {
        super(
                PayloadUndecided.class,
                new RuleInfo(
                        "payload-undecided",
                        "message",
                        "The schema of a payload or of headers changed, and what that means is not decided",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Compare the two schemas by hand; then suppress this finding with the reason"));
    }

    /** Who only receives does not mind what old readers make of it, nor does who sends what nobody keeps of new ones. */
    @Override
    protected boolean fires(PayloadUndecided change) {
        return grid(change).impact(change.at().scope(), Bump.NONE).wire() == Bump.MAJOR;
    }

    @Override
    protected Grid grid(PayloadUndecided change) {
        return new Grid(change.forward() ? "M" : change.backward() ? "p/M" : "p", change.backward() ? "M" : "p");
    }

    @Override
    protected String reason(PayloadUndecided change) {
        if (change.keyword().isEmpty()) {
            return "the " + change.what() + " changed, and this version cannot decide whether old and new data agree";
        }
        String who = change.forward()
                ? change.backward() ? "old and new readers admit" : "old readers admit"
                : "new readers admit";
        return "the " + change.what() + " changed, and it is not decided whether " + who
                + " what the other side sends: " + change.keyword();
    }
}
