package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Server;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether services that share a channel reach it: one broker, one schema registry. */
final class BrokerRule implements ChannelRule {

    @Override
    public void check(SharedChannel channel, Consumer<LandscapeFinding> found) {
        if (channel.apart()) {
            apart(channel, found);
        }
        boolean avro = channel.declarations().stream()
                .flatMap(declared -> declared.channel().messages().values().stream())
                .anyMatch(message -> message.payload() instanceof MessageSchema.Avro);
        if (avro) {
            registries(channel, found);
        }
    }

    /** One finding for a pair of documents, not for each channel they share. */
    private static void apart(SharedChannel channel, Consumer<LandscapeFinding> found) {
        Declaration first = channel.declarations().get(0);
        Broker mine = broker(first);
        channel.declarations().stream()
                .filter(declared -> !broker(declared).unknown() && !mine.unknown())
                .filter(declared -> !broker(declared).sharesHostWith(mine))
                .forEach(other -> found.accept(LandscapeFinding.of(
                                SystemRule.SYSTEM_SERVER,
                                Severity.WARNING,
                                first.service().name() + " and "
                                        + other.service().name()
                                        + " share channels and no broker: " + String.join(", ", mine.hosts())
                                        + " here, "
                                        + String.join(", ", broker(other).hosts()) + " there")
                        .at(
                                other.service(),
                                other.service().document().locationOf("servers"),
                                other.service().name())
                        .at(
                                first.service(),
                                first.service().document().locationOf("servers"),
                                first.service().name())));
    }

    private static Broker broker(Declaration declared) {
        return Broker.of(declared.service().document(), declared.channel());
    }

    private static void registries(SharedChannel channel, Consumer<LandscapeFinding> found) {
        @Nullable Declaration first = null;
        @Nullable Server reference = null;
        for (Declaration declared : channel.declarations()) {
            Server server = withRegistry(declared).orElse(null);
            if (server == null) {
                continue;
            }
            if (first == null || reference == null) {
                first = declared;
                reference = server;
            } else if (!registry(server).equals(registry(reference))) {
                found.accept(LandscapeFinding.of(
                                SystemRule.SYSTEM_SCHEMA_REGISTRY,
                                Severity.WARNING,
                                first.service().name() + " and "
                                        + declared.service().name()
                                        + " share channels and no schema registry: " + registry(reference) + " here, "
                                        + registry(server) + " there")
                        .at(
                                declared.service(),
                                server.locationOf("bindings"),
                                declared.service().name())
                        .at(
                                first.service(),
                                reference.locationOf("bindings"),
                                first.service().name()));
            }
        }
    }

    private static Optional<Server> withRegistry(Declaration declared) {
        return Broker.servers(declared.service().document(), declared.channel()).stream()
                .filter(server -> server.schemaRegistryUrl() != null)
                .findFirst();
    }

    private static String registry(Server server) {
        return Objects.requireNonNullElse(server.schemaRegistryUrl(), "").replaceAll("/+$", "");
    }
}
