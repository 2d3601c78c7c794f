package io.tidings.messaging.delivery;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/**
 * Says in the mapped diagnostic context of SLF4J which message a handler works on, so that each line it logs can tell. What
 * stood there before stands there again afterwards.
 */
public final class LogContext {

    /** The id of the message. */
    public static final String MESSAGE_ID = "messageId";

    /** Its Correlation Identifier, if it has one. */
    public static final String CORRELATION_ID = "correlationId";

    /** The trace it belongs to, if its {@code traceparent} says so (W3C Trace Context: 32 hexadecimal digits). */
    public static final String TRACE_ID = "traceId";

    /** The address of the channel. */
    public static final String CHANNEL = "channel";

    /** The consumer group. */
    public static final String GROUP = "group";

    private static final int TRACE_BEGIN = 3;
    private static final int TRACE_END = 35;

    private final MDCAdapter context;
    private final String channel;
    private final String group;

    private LogContext(MDCAdapter context, SubscriptionSpec<?> spec) {
        this.context = context;
        this.channel = spec.channel().address();
        this.group = spec.group();
    }

    /** The same handler, with its message in the context; itself, where the logging system has no context. */
    public static <K> MessageHandler<K> around(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        return around(spec, handler, MDC.getMDCAdapter());
    }

    static <K> MessageHandler<K> around(SubscriptionSpec<K> spec, MessageHandler<K> handler, MDCAdapter context) {
        return context instanceof NOPMDCAdapter ? handler : new LogContext(context, spec).around(handler);
    }

    private <K> MessageHandler<K> around(MessageHandler<K> handler) {
        return handler instanceof BatchHandler<K> batches ? new SeveralInContext<>(batches) : new InContext<>(handler);
    }

    private class InContext<K> implements MessageHandler<K> {

        private final MessageHandler<K> handler;

        InContext(MessageHandler<K> handler) {
            this.handler = handler;
        }

        @Override
        public void handle(Received<K, ?> message) throws Exception {
            Map<String, String> before = enter(message.metadata());
            try {
                handler.handle(message);
            } finally {
                leave(before);
            }
        }

        @Override
        public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
            Map<String, String> before = enter(message.metadata());
            try {
                handler.givenUp(message, failure);
            } finally {
                leave(before);
            }
        }
    }

    /** Several messages have their channel and group in common, and nothing else. */
    private final class SeveralInContext<K> extends InContext<K> implements BatchHandler<K> {

        private final BatchHandler<K> handler;

        SeveralInContext(BatchHandler<K> handler) {
            super(handler);
            this.handler = handler;
        }

        @Override
        public void handle(Received<K, ?> message) throws Exception {
            super.handle(message);
        }

        @Override
        public void handleAll(List<Received<K, ?>> batch) throws Exception {
            Map<String, String> before = enter();
            try {
                handler.handleAll(batch);
            } finally {
                leave(before);
            }
        }

        @Override
        public BatchLimits limits() {
            return handler.limits();
        }
    }

    private Map<String, String> enter(Metadata message) {
        Map<String, String> before = enter();
        context.put(MESSAGE_ID, message.id());
        put(CORRELATION_ID, message.correlationId());
        put(TRACE_ID, traceId(message.traceparent()));
        return before;
    }

    private Map<String, String> enter() {
        // All at once, and all back at once: it is less work than to look after each key.
        @Nullable Map<String, String> before = context.getCopyOfContextMap();
        context.put(CHANNEL, channel);
        context.put(GROUP, group);
        return before == null ? Map.of() : before;
    }

    private void put(String key, @Nullable String value) {
        if (value == null) {
            context.remove(key);
        } else {
            context.put(key, value);
        }
    }

    private static @Nullable String traceId(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() < TRACE_END
                ? null
                : traceparent.substring(TRACE_BEGIN, TRACE_END);
    }

    private void leave(Map<String, String> before) {
        if (before.isEmpty()) {
            context.clear();
        } else {
            context.setContextMap(before);
        }
    }
}
