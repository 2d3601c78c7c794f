package io.tidings.asyncapi.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one thing of what the branches of {@code anyOf} and {@code oneOf} say each for themselves: where the value shows which
 * branch is meant, what is wrong by that one; else, that none fits.
 */
final class Alternatives {
    /** All branches are for values of other types, or for objects of other kinds. */
    static final String NONE_FITS = "none";

    /** More than one branch could be meant, and the value fits none of them. */
    static final String UNSETTLED = "unsettled";

    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");
    private static final Set<String> NAMING =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies", "units");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final Set<String> INTO_ITEMS = Set.of(
            "items",
            "prefixItems",
            "additionalItems",
            "unevaluatedItems",
            "contains",
            "additionalProperties",
            "unevaluatedProperties");

    private Alternatives() {}

    /** Where the value that a choice judges stands, and the path to the choice. */
    private record Choice(List<String> path, List<String> value) {}

    static List<Misfit> settled(List<Misfit> misfits) {
        return settled(misfits, 0);
    }

    /** @param from where in the paths to look for choices: what lies before has been settled */
    private static List<Misfit> settled(List<Misfit> misfits, int from) {
        List<Misfit> plain = new ArrayList<>();
        Map<Choice, List<Misfit>> byChoice = new LinkedHashMap<>();
        for (Misfit misfit : misfits) {
            Choice choice = firstChoice(misfit, from);
            if (choice == null) {
                plain.add(misfit);
            } else {
                byChoice.computeIfAbsent(choice, key -> new ArrayList<>()).add(misfit);
            }
        }
        byChoice.forEach((choice, within) -> plain.addAll(settle(choice, within)));
        return plain;
    }

    private static List<Misfit> settle(Choice choice, List<Misfit> within) {
        int at = choice.path().size();
        Map<String, List<Misfit>> branches = new LinkedHashMap<>();
        for (Misfit misfit : within) {
            if (misfit.path().size() > at) {
                branches.computeIfAbsent(misfit.path().get(at), key -> new ArrayList<>())
                        .add(misfit);
            }
        }
        if (branches.isEmpty()) {
            return within; // more than one branch of a oneOf fits
        }
        List<List<Misfit>> likely = likely(branches.values(), choice);
        if (likely.size() == 1 || branches.size() == 1) {
            List<Misfit> meant = likely.isEmpty() ? branches.values().iterator().next() : likely.get(0);
            return settled(meant, at + 1);
        }
        boolean certain = branches.values().stream()
                .allMatch(branch -> branch.stream().anyMatch(misfit -> excludes(misfit, choice)));
        return List.of(new Misfit(certain ? NONE_FITS : UNSETTLED, choice.path(), choice.value(), null));
    }

    private static List<List<Misfit>> likely(Collection<List<Misfit>> branches, Choice choice) {
        List<List<Misfit>> likely = new ArrayList<>(branches);
        likely.removeIf(branch -> branch.stream().anyMatch(misfit -> isOfOtherType(misfit, choice)));
        if (likely.size() > 1) {
            likely.removeIf(branch -> branch.stream().anyMatch(misfit -> isOfOtherName(misfit, choice)));
        }
        int fewest = likely.stream().mapToInt(List::size).min().orElse(0);
        if (likely.stream().filter(branch -> branch.size() == fewest).count() == 1) {
            likely.removeIf(branch -> branch.size() > fewest);
        }
        return likely;
    }

    private static boolean excludes(Misfit misfit, Choice choice) {
        return isOfOtherType(misfit, choice) || (misfit.keyword().equals("const") && isOfOtherName(misfit, choice));
    }

    /** Whether a branch is for values of another type altogether. */
    private static boolean isOfOtherType(Misfit misfit, Choice choice) {
        return misfit.keyword().equals("type") && misfit.value().equals(choice.value());
    }

    /** Whether a branch is for objects that say of themselves that they are something else. */
    private static boolean isOfOtherName(Misfit misfit, Choice choice) {
        return (misfit.keyword().equals("const") || misfit.keyword().equals("enum"))
                && misfit.value().size() <= choice.value().size() + 1;
    }

    private static @org.jspecify.annotations.Nullable Choice firstChoice(Misfit misfit, int from) {
        List<String> path = misfit.path();
        int into = 0;
        for (int i = 0; i < path.size(); i++) {
            String token = path.get(i);
            if (CHOICES.contains(token) && i >= from) {
                return new Choice(
                        path.subList(0, i + 1),
                        misfit.value().subList(0, Math.min(into, misfit.value().size())));
            }
            if (NAMING.contains(token)) {
                into += token.endsWith("roperties") ? 1 : 0;
                i++; // the next is a name of the user's
            } else {
                into += INTO_ITEMS.contains(token) ? 1 : 0;
                boolean indexed = LISTS.contains(token)
                        && i + 1 < path.size()
                        && path.get(i + 1).matches("[0-9]+");
                i += indexed ? 1 : 0;
            }
        }
        return null;
    }
}
