package io.tidings.codegen.plan;

import java.util.Set;

/** The headers that the runtime writes by itself: nobody is asked for their values. */
final class OwnHeaders {

    /** What names a message's kind in CloudEvents. */
    static final String TYPE = "ce_type";

    static final String CORRELATION_ID = "ce_correlationid";
    static final String REPLY_TO = "ce_replyto";

    private static final Set<String> NAMES = Set.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            TYPE,
            "ce_time",
            "ce_subject",
            CORRELATION_ID,
            REPLY_TO,
            "ce_causationid",
            "ce_entityversion",
            "ce_datacontenttype",
            "content-type",
            "traceparent",
            "tracestate",
            "__value_schema_id",
            "__key_schema_id",
            "tidings-fault-code",
            "tidings-fault-message");

    private OwnHeaders() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
