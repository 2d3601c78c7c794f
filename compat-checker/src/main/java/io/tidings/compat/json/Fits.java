package io.tidings.compat.json;

import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.regex.Expression;
import io.tidings.compat.regex.TextSearch;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a value fits a formula: a validator that says where it does not know. */
final class Fits {

    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 400;

    private final Map<String, Regex> patterns;
    private int steps;

    Fits(Map<String, Regex> patterns) {
        this.patterns = patterns;
    }

    Truth of(Object value, Formula formula) {
        steps = 0;
        return fits(value, formula, 0);
    }

    private Truth fits(Object value, Formula formula, int depth) {
        if (++steps > MOST_STEPS || depth > DEEPEST) {
            return Truth.UNKNOWN;
        }
        if (formula instanceof Formula.Always) {
            return Truth.TRUE;
        }
        if (formula instanceof Formula.Never) {
            return Truth.FALSE;
        }
        if (formula instanceof Formula.Refer refer) {
            return fits(value, refer.schema().formula(), depth + 1);
        }
        if (formula instanceof Formula.All all) {
            return all(value, all.parts(), depth);
        }
        if (formula instanceof Formula.Any any) {
            Truth some = Truth.FALSE;
            for (Formula part : any.parts()) {
                some = some == Truth.TRUE ? some : some.or(fits(value, part, depth + 1));
            }
            return some;
        }
        if (formula instanceof Formula.One one) {
            return one(value, one.parts(), depth);
        }
        return formula instanceof Formula.Not not
                ? fits(value, not.part(), depth + 1).not()
                : atom(value, (Atom) formula, depth);
    }

    private Truth all(Object value, List<Formula> parts, int depth) {
        Truth all = Truth.TRUE;
        for (Formula part : parts) {
            all = all == Truth.FALSE ? all : all.and(fits(value, part, depth + 1));
        }
        return all;
    }

    private Truth one(Object value, List<Formula> parts, int depth) {
        int fitting = 0;
        int unknown = 0;
        for (Formula part : parts) {
            Truth truth = fits(value, part, depth + 1);
            fitting += truth == Truth.TRUE ? 1 : 0;
            unknown += truth == Truth.UNKNOWN ? 1 : 0;
        }
        return fitting > 1 ? Truth.FALSE : unknown > 0 ? Truth.UNKNOWN : Truth.of(fitting == 1);
    }

    private Truth atom(Object value, Atom atom, int depth) {
        if (atom instanceof Formula.Types types) {
            return Truth.of(types(types.types(), value));
        }
        if (atom instanceof Formula.Values values) {
            return Truth.of(values.values().contains(value));
        }
        if (atom instanceof Formula.Opaque) {
            return Truth.UNKNOWN;
        }
        if (atom instanceof Formula.AtLeast least) {
            BigDecimal size = size(value, least.measure());
            return Truth.of(size == null || size.compareTo(least.limit()) >= (least.exclusive() ? 1 : 0));
        }
        if (atom instanceof Formula.AtMost most) {
            BigDecimal size = size(value, most.measure());
            return Truth.of(size == null || size.compareTo(most.limit()) <= (most.exclusive() ? -1 : 0));
        }
        if (atom instanceof Formula.MultipleOf multiple) {
            return value instanceof BigDecimal number ? Multiples.divides(multiple.divisor(), number) : Truth.TRUE;
        }
        if (atom instanceof Formula.Matches matches) {
            return value instanceof String text ? pattern(matches.pattern()).finds(text) : Truth.TRUE;
        }
        if (value instanceof List<?> items) {
            return items(items, atom, depth);
        }
        return value instanceof Map<?, ?> members ? members(members, atom, depth) : Truth.TRUE;
    }

    static boolean types(Set<JsonType> types, Object value) {
        JsonType type = JsonType.of(value);
        return types.contains(type) || (type == JsonType.INTEGER && types.contains(JsonType.NUMBER));
    }

    private static @Nullable BigDecimal size(Object value, Measure measure) {
        return switch (measure) {
            case NUMBER -> value instanceof BigDecimal number ? number : null;
            case LENGTH ->
                value instanceof String text ? BigDecimal.valueOf(text.codePointCount(0, text.length())) : null;
            case ITEMS -> value instanceof List<?> items ? BigDecimal.valueOf(items.size()) : null;
            case PROPERTIES -> value instanceof Map<?, ?> members ? BigDecimal.valueOf(members.size()) : null;
        };
    }

    private Truth items(List<?> items, Atom atom, int depth) {
        if (atom instanceof Formula.Unique) {
            return Truth.of(new HashSet<Object>(items).size() == items.size());
        }
        Truth all = Truth.TRUE;
        if (atom instanceof Formula.ItemAt at) {
            return at.index() < items.size() ? fits(items.get(at.index()), at.schema(), depth + 1) : all;
        }
        if (atom instanceof Formula.ItemsFrom from) {
            for (int i = from.index(); i < items.size() && all != Truth.FALSE; i++) {
                all = all.and(fits(items.get(i), from.schema(), depth + 1));
            }
            return all;
        }
        if (!(atom instanceof Formula.Contains contains)) {
            return all;
        }
        Truth some = Truth.FALSE;
        for (Object item : items) {
            some = some == Truth.TRUE ? some : some.or(fits(item, contains.schema(), depth + 1));
        }
        return some;
    }

    private Truth members(Map<?, ?> members, Atom atom, int depth) {
        if (atom instanceof Formula.Required required) {
            return Truth.of(members.containsKey(required.name()));
        }
        if (atom instanceof Formula.Property property) {
            Object value = members.get(property.name());
            return value == null ? Truth.TRUE : fits(value, property.schema(), depth + 1);
        }
        Truth all = Truth.TRUE;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            Object value = member.getValue();
            if (atom instanceof Formula.Names names) {
                all = all.and(fits(name, names.schema(), depth + 1));
            } else if (atom instanceof Formula.PatternProperty property) {
                all = all.and(where(pattern(property.pattern()).finds(name), value, property.schema(), depth));
            } else if (atom instanceof Formula.Additional additional) {
                all = all.and(where(left(additional, name), value, additional.schema(), depth));
            }
        }
        return all;
    }

    private Truth where(Truth applies, Object value, Formula schema, int depth) {
        return applies == Truth.FALSE ? Truth.TRUE : applies.not().or(fits(value, schema, depth + 1));
    }

    /** Whether it speaks of the property: it is neither named nor matched. */
    Truth left(Formula.Additional additional, String name) {
        Truth left = Truth.of(!additional.names().contains(name));
        for (String pattern : additional.patterns()) {
            left = left.and(pattern(pattern).finds(name).not());
        }
        return left;
    }

    /** Texts that might match. */
    List<String> samples(String pattern, int least, int most) {
        return pattern(pattern)
                .expression()
                .map(known -> known.samples(least, most))
                .orElseGet(List::of);
    }

    /** Whether there is a text that matches some patterns and not others, and one such. */
    TextSearch.Result text(
            Collection<String> match, Collection<String> mismatch, Collection<String> excluded, int least, int most) {
        List<Expression> wanted = known(match);
        List<Expression> unwanted = known(mismatch);
        return wanted.size() < match.size() || unwanted.size() < mismatch.size()
                ? new TextSearch.Result(TextSearch.Outcome.UNKNOWN, "")
                : TextSearch.find(wanted, unwanted, excluded, least, most);
    }

    private List<Expression> known(Collection<String> all) {
        return all.stream().flatMap(text -> pattern(text).expression().stream()).toList();
    }

    Regex pattern(String text) {
        return patterns.computeIfAbsent(text, Regex::new);
    }
}
