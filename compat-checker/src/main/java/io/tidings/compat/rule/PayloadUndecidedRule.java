package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.PayloadUndecided;

/** The payload or its headers changed in a schema language this version does not judge. */
final class PayloadUndecidedRule extends Rule<PayloadUndecided> {

    PayloadUndecidedRule() {
        super(
                PayloadUndecided.class,
                new RuleInfo(
                        "payload-undecided",
                        "message",
                        "The payload or its headers changed in a schema language this version does not judge",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Compare the two schemas by hand; Avro payloads are judged field by field"));
    }

    @Override
    String reason(PayloadUndecided change) {
        return "the " + change.family() + " changed, and this version cannot decide whether old and new data agree";
    }
}
