package io.tidings.codegen.migration;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Operation;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.HeadersPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.KeyPlan;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import io.tidings.compat.diff.Counterparts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans what writes and reads both versions: for each operation of the newer one that publishes or subscribes, where the older one
 * does the same on its own channel. Says why, where there is none.
 */
final class OperationMigrations {

    private final Major older;
    private final Major newer;
    private final String packageName;
    private final Counterparts counterparts;
    private final List<MessagePair> pairs;
    private final List<Diagnostic> diagnostics;
    private final List<MigratingPublisher> publishers = new ArrayList<>();
    private final List<MigratingSubscriber> subscribers = new ArrayList<>();

    OperationMigrations(
            Major older,
            Major newer,
            String packageName,
            Counterparts counterparts,
            List<MessagePair> pairs,
            List<Diagnostic> diagnostics) {
        this.older = older;
        this.newer = newer;
        this.packageName = packageName;
        this.counterparts = counterparts;
        this.pairs = pairs;
        this.diagnostics = diagnostics;
    }

    void plan() {
        newer.plan().operations().forEach(operation -> {
            String unfit = unfit(operation);
            if (unfit != null) {
                leaveOut(operation, unfit, null);
            } else if (operation instanceof Publisher publisher) {
                former(Publisher.class, publisher).ifPresent(was -> plan(was, publisher));
            } else if (operation instanceof Subscriber subscriber && !subscriber.replies()) {
                former(Subscriber.class, subscriber).ifPresent(was -> plan(was, subscriber));
            }
        });
    }

    List<MigratingPublisher> publishers() {
        return publishers;
    }

    List<MigratingSubscriber> subscribers() {
        return subscribers;
    }

    /** Why its kind has nothing that works with both; null for those that may have it. */
    private static @Nullable String unfit(OperationPlan operation) {
        if (operation instanceof OperationPlan.Requestor || operation instanceof OperationPlan.Gatherer) {
            return "a request is for one replier: ask by the version that it serves";
        }
        if (operation instanceof OperationPlan.Replier) {
            return "serve each version by its own replier, and let the older one's handler call the newer one's with the casters";
        }
        return operation instanceof Publisher publisher && publisher.command()
                ? "a command is for one receiver: once that reads both, send the newer one alone"
                : null;
    }

    /** The operation that does the same on the older version's channel, which is another one. */
    private <T extends OperationPlan> Optional<T> former(Class<T> kind, T operation) {
        Optional<String> channel = counterparts.channels().stream()
                .filter(pair -> pair.head().name().equals(operation.channel().name()))
                .map(pair -> pair.base().name())
                .findFirst();
        List<T> candidates = older.plan()
                .operations(kind)
                .filter(one -> channel.filter(one.channel().name()::equals).isPresent())
                .filter(one -> !(one instanceof Subscriber subscriber && subscriber.replies()))
                .toList();
        Optional<T> found = candidates.stream()
                .filter(one -> one.operation().equals(operation.operation()))
                .findFirst()
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
        if (found.isEmpty()) {
            leaveOut(operation, "version " + older.plan().version() + " has no such operation", null);
        }
        return found.filter(was -> apart(was.channel(), operation));
    }

    private boolean apart(ChannelPlan was, OperationPlan operation) {
        ChannelPlan is = operation.channel();
        if (was.address().equals(is.address())) {
            leaveOut(
                    operation,
                    "both versions use '" + is.address() + "', whose readers are given all that is sent there",
                    "Give the newer version an address of its own, as '" + is.address()
                            + ".v2'; the channel keeps its key.");
            return false;
        }
        if (was.parameters() != null || is.parameters() != null) {
            leaveOut(operation, "its address has parameters", null);
            return false;
        }
        return true;
    }

    private void plan(Publisher was, Publisher is) {
        List<MessagePlan> sent = was.methods().stream().map(SendMethod::message).toList();
        List<MigratingPublisher.Method> methods = is.methods().stream()
                .map(method -> {
                    Optional<MessagePair> pair = pair(method.message()).filter(one -> sent.contains(one.older()));
                    return new MigratingPublisher.Method(
                            method,
                            pair.orElse(null),
                            pair.filter(one -> !follow(
                                            one.older().headers(), one.newer().headers()))
                                    .isPresent());
                })
                .toList();
        JavaName type = migrating(is.type(), is.command() ? "Notifier" : "Publisher");
        KeyPlan olderKey = was.channel().key();
        publishers.add(new MigratingPublisher(
                type,
                was,
                is,
                methods,
                olderKey.present() && !isOne(olderKey, is.channel().key()),
                was.tombstone() != null,
                versions()));
        without(sent, methods.stream().map(MigratingPublisher.Method::pair))
                .forEach(message -> diagnostics.add(left(
                        is,
                        message,
                        "'" + type.simpleName() + "' does not send it",
                        "Send it by version " + older.plan().version()
                                + "'s own publisher for as long as it is needed.")));
    }

    private void plan(Subscriber was, Subscriber is) {
        if (!isOne(was.channel().key(), is.channel().key())) {
            leaveOut(
                    is,
                    "its keys are others than those of version " + older.plan().version(),
                    null);
            return;
        }
        List<MessagePlan> read = kinds(was.messages());
        List<MessagePlan> handled = kinds(is.messages());
        List<MessagePair> both = pairs.stream()
                .filter(pair -> read.contains(pair.older()) && handled.contains(pair.newer()))
                .toList();
        if (both.isEmpty()) {
            leaveOut(is, "it has no message that version " + older.plan().version() + " has, too", null);
            return;
        }
        JavaName type = migrating(is.type(), "Subscriber");
        subscribers.add(new MigratingSubscriber(type, was, is, both, versions()));
        without(read, both.stream())
                .forEach(message -> diagnostics.add(left(
                        is,
                        message,
                        "'" + type.simpleName() + "' hands it on as a kind that is not known"
                                + (is.messages().union() == null ? ", and the handler refuses it" : ""),
                        "If it is there by another name, let its record have that one's name as an alias.")));
        both.forEach(pair -> reportHeaders(is, pair));
    }

    private static Stream<MessagePlan> without(List<MessagePlan> messages, Stream<MessagePair> pairs) {
        List<MessagePlan> paired =
                pairs.filter(Objects::nonNull).map(MessagePair::older).toList();
        return messages.stream().filter(message -> !paired.contains(message));
    }

    private void reportHeaders(Subscriber is, MessagePair pair) {
        HeadersPlan headers = pair.newer().headers();
        if (headers == null) {
            return;
        }
        List<String> missing = headers.headers().stream()
                .filter(HeadersPlan.Header::required)
                .filter(header -> !has(pair.older().headers(), header))
                .map(HeadersPlan.Header::name)
                .toList();
        if (!missing.isEmpty()) {
            diagnostics.add(info(
                    "codegen-majors-headers-differ",
                    is,
                    "Message '" + pair.newer().name() + "' of version "
                            + older.plan().version()
                            + " comes without the header '" + String.join("', '", missing)
                            + "': '" + headers.type().simpleName() + ".of' refuses it",
                    "Look at the message's headers yourself until the older version is gone."));
        }
    }

    /** Whether what is said in the newer version's headers says all of the older one's. */
    private static boolean follow(@Nullable HeadersPlan was, @Nullable HeadersPlan is) {
        return was == null || was.headers().stream().allMatch(header -> has(is, header));
    }

    private static boolean has(@Nullable HeadersPlan headers, HeadersPlan.Header wanted) {
        return headers != null
                && headers.headers().stream()
                        .anyMatch(header -> header.name().equals(wanted.name())
                                && header.kind() == wanted.kind()
                                && (header.required() || !wanted.required()));
    }

    private static boolean isOne(KeyPlan one, KeyPlan other) {
        return one.kind() == other.kind() && Objects.equals(one.type(), other.type());
    }

    private Optional<MessagePair> pair(MessagePlan message) {
        return pairs.stream().filter(pair -> pair.newer().equals(message)).findFirst();
    }

    private static List<MessagePlan> kinds(MessageChoice choice) {
        return choice.variants().stream().map(MessageChoice.Variant::message).toList();
    }

    private JavaName migrating(JavaName type, String suffix) {
        String name = type.simpleName();
        String stem = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return new JavaName(packageName, stem + "Migrating" + suffix);
    }

    private Versions versions() {
        return new Versions(older.plan().version(), newer.plan().version());
    }

    private void leaveOut(OperationPlan operation, String why, @Nullable String hint) {
        diagnostics.add(info(
                "codegen-operation-not-migrated",
                operation,
                "Nothing is generated that " + (operation instanceof Publisher ? "writes" : "reads")
                        + " both versions of operation '" + operation.operation() + "': " + why,
                hint));
    }

    private Diagnostic left(OperationPlan operation, MessagePlan message, String what, String hint) {
        return info(
                "codegen-message-without-successor",
                operation,
                "Message '" + message.name() + "' of version " + older.plan().version() + " is not in version "
                        + newer.plan().version() + ": " + what,
                hint);
    }

    private Diagnostic info(String code, OperationPlan plan, String message, @Nullable String hint) {
        Operation operation =
                Objects.requireNonNull(newer.document().operations().get(plan.operation()));
        return new Diagnostic(code, Severity.INFO, message, operation.location(), operation.pointer(), hint, List.of());
    }
}
