package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.compat.diff.Scope;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a verdict that it stands on an assumption: where a document names neither a broker nor a binding, old messages are
 * taken to stay readable, as on Kafka. Whoever knows better can say so.
 */
final class AssumedRetention {

    private static final String WAY_OUT =
            "; or declare x-tidings.retention: transient on the channel, if its messages are gone once they were received:"
                    + " no server and no binding says, so they are taken to be kept";

    private AssumedRetention() {}

    /** The hint of a finding, with what was assumed where that decides. */
    static String hint(Judgement judgement, Scope scope, AsyncApiDocument base, AsyncApiDocument head) {
        String hint = judgement.rule().hint();
        boolean decides = scope.channel() != null
                && judgement.impact().wire() == Bump.MAJOR
                && scope.retention() == Retention.RETAINED
                && judgement
                                .rule()
                                .grid()
                                .impact(transientScope(scope), judgement.rule().source())
                                .wire()
                        != Bump.MAJOR;
        return decides && (assumed(scope.channel(), head) || assumed(scope.channel(), base)) ? hint + WAY_OUT : hint;
    }

    private static Scope transientScope(Scope scope) {
        return new Scope(
                scope.channel(), scope.operation(), scope.message(), scope.roles(), Retention.TRANSIENT, scope.open());
    }

    private static boolean assumed(@Nullable String key, AsyncApiDocument document) {
        Channel channel = document.channels().get(key);
        return channel != null
                && channel.extension().retention() == null
                && channel.kafka() == null
                && document.servers().isEmpty();
    }
}
