package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.schema.Problem.Weight;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to tell a user of misfits: at the place in the value, and showing the place in the schema. */
final class MisfitText {
    private final Following following;
    private final ObjectNode schema;
    private final Node root;
    private final Set<Node> meant = Collections.newSetFromMap(new IdentityHashMap<>());

    MisfitText(Following following, ObjectNode schema, Node root) {
        this.following = following;
        this.schema = schema;
        this.root = root;
    }

    List<Problem> problems(List<Misfit> misfits) {
        List<Misfit> settled = Alternatives.settled(misfits);
        List<Problem> problems = new ArrayList<>();
        // A name that is missing may be one that is too many: that is one mistake, found while the former is told.
        settled.stream()
                .filter(misfit -> misfit.keyword().equals("required"))
                .forEach(misfit -> problems.add(missing(misfit)));
        for (Misfit misfit : settled) {
            if (!misfit.keyword().equals("required")) {
                problem(misfit).ifPresent(problems::add);
            }
        }
        return problems.stream().distinct().toList();
    }

    private Problem missing(Misfit misfit) {
        Node value = value(misfit);
        String name = String.valueOf(misfit.property());
        ObjectNode around = holder(misfit);
        Set<String> declared = around.object("properties")
                .map(properties -> properties.members().keySet())
                .orElse(Set.of());
        if (value instanceof ObjectNode object) {
            List<String> others = object.members().keySet().stream()
                    .filter(other -> !declared.contains(other))
                    .toList();
            Member near = DidYouMean.among(name, others)
                    .map(other -> object.members().get(other))
                    .orElse(null);
            if (near != null) {
                meant.add(near.value());
                return defined(
                        Problem.at(
                                near,
                                "the field '" + name + "' is missing",
                                "did you mean '" + name + "' by '" + near.name() + "'?"),
                        around,
                        name);
            }
        }
        return defined(Problem.at(value, "the field '" + name + "' is missing", "add '" + name + "'"), around, name);
    }

    private static Problem defined(Problem problem, ObjectNode around, String name) {
        return around.object("properties")
                .map(properties -> properties.members().get(name))
                .map(member -> problem.because(member.keyLocation(), "it is defined here"))
                .orElse(problem);
    }

    private Optional<Problem> problem(Misfit misfit) {
        Node value = value(misfit);
        Node judge = at(misfit.path());
        String property = misfit.property();
        if (property != null
                && value instanceof ObjectNode object
                && object.members().containsKey(property)) {
            Member member = java.util.Objects.requireNonNull(object.members().get(property));
            return meant.contains(member.value()) ? Optional.empty() : Optional.of(name(misfit, member, judge));
        }
        MisfitWords words = MisfitWords.of(misfit.keyword(), judge, value);
        Problem problem = Problem.at(value, words.message(), words.hint());
        Problem located = judge == null ? problem : problem.because(judge.location(), "by this");
        return Optional.of(
                switch (misfit.keyword()) {
                    case "format" -> located.weighing(Weight.FORMAT);
                    case Alternatives.UNSETTLED -> located.weighing(Weight.UNSETTLED);
                    default -> located;
                });
    }

    /** What is wrong with a name. */
    private Problem name(Misfit misfit, Member member, @Nullable Node judge) {
        String name = "'" + Words.cut(member.name()) + "'";
        Problem problem = switch (misfit.keyword()) {
            case "dependencies", "dependentRequired", "dependentSchemas" ->
                Problem.at(member, name + " needs other fields beside it", null);
            case "propertyNames" -> Problem.at(member, name + " is no name that may stand here", null);
            default -> {
                Set<String> known = holder(misfit)
                        .object("properties")
                        .map(properties -> properties.members().keySet())
                        .orElse(Set.of());
                yield Problem.at(member, name + " is no field of this object", DidYouMean.hint(member.name(), known));
            }
        };
        return judge == null ? problem : problem.because(judge.location(), "by this");
    }

    /** The schema that a misfit's keyword belongs to. */
    private ObjectNode holder(Misfit misfit) {
        List<String> path = misfit.path();
        return path.isEmpty() || !(at(path.subList(0, path.size() - 1)) instanceof ObjectNode object) ? schema : object;
    }

    private Node value(Misfit misfit) {
        Node at = root;
        for (String token : misfit.value()) {
            Node next = child(at, token);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** What stands at the end of a path through schemas; null where the library made a step of its own. */
    private @Nullable Node at(List<String> path) {
        Node at = schema;
        for (String token : path) {
            if (!token.equals("$ref")) {
                Node holder = following.schema(at).orElse(null);
                Node next = holder == null ? null : child(holder, token);
                if (next == null) {
                    return null;
                }
                at = next;
            }
        }
        return following.schema(at).orElse(at);
    }

    private static @Nullable Node child(Node holder, String token) {
        if (holder instanceof ObjectNode object) {
            return object.get(token).orElse(null);
        }
        if (holder instanceof ArrayNode array && token.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(token);
            return index < array.items().size() ? array.items().get(index) : null;
        }
        return null;
    }
}
