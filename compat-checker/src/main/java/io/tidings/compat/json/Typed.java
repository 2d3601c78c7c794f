package io.tidings.compat.json;

import io.tidings.compat.json.Answer.Found;
import io.tidings.compat.json.Answer.None;
import io.tidings.compat.json.Answer.Unknown;
import io.tidings.compat.json.Formula.Atom;
import io.tidings.compat.json.Formula.Opaque;
import io.tidings.compat.json.Formula.Types;
import io.tidings.compat.json.Formula.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries the types one after another: most atoms speak of one type only, so each is a small problem. */
final class Typed {

    /** Short values first. Integers are numbers that a whole number divides. */
    private static final List<JsonType> ORDER =
            List.of(JsonType.NUMBER, JsonType.STRING, JsonType.BOOLEAN, JsonType.NULL, JsonType.ARRAY, JsonType.OBJECT);

    private final Search search;
    private final Holding holding;
    private final List<Atom> fails;

    Typed(Search search, Holding holding, List<Atom> fails) {
        this.search = search;
        this.holding = holding;
        this.fails = fails;
    }

    Answer find() {
        Answer answer = readable();
        if (answer instanceof None) {
            return answer;
        }
        Optional<Opaque> opaque = opaque();
        return opaque.isPresent() ? new Unknown(opaque.get().keyword(), "") : answer;
    }

    private Optional<Opaque> opaque() {
        List<Opaque> opaque = new ArrayList<>(holding.all(Opaque.class));
        fails.stream().filter(Opaque.class::isInstance).map(Opaque.class::cast).forEach(opaque::add);
        return opaque.stream().findFirst();
    }

    private Answer readable() {
        List<Values> listed = holding.all(Values.class);
        if (!listed.isEmpty()) {
            return among(listed.get(0).values());
        }
        EnumSet<JsonType> types = types();
        Answer best = Answer.none();
        for (JsonType type : ORDER) {
            if (types.contains(type) && !(best instanceof Found)) {
                best = best.or(find(type));
            }
        }
        return best;
    }

    /** What is listed can be tried, one after another. */
    private Answer among(Collection<?> values) {
        Answer best = Answer.none();
        for (Object value : values) {
            Truth fits = Truth.TRUE;
            for (Formula atom : holding.all()) {
                fits = atom instanceof Opaque ? fits : fits.and(search.fits().of(value, atom));
            }
            for (Formula atom : fails) {
                fits = atom instanceof Opaque
                        ? fits
                        : fits.and(search.fits().of(value, atom).not());
            }
            if (fits == Truth.TRUE) {
                return new Found(value);
            }
            best = fits == Truth.UNKNOWN ? new Unknown("pattern", "") : best;
        }
        return best;
    }

    private Answer find(JsonType type) {
        List<Atom> of = fails.stream().filter(atom -> concerns(atom, type)).toList();
        return switch (type) {
            case NULL -> among(List.of(JsonValue.NULL));
            case BOOLEAN -> among(List.of(true, false));
            case STRING -> new StringSearch(search, holding, of).find();
            case ARRAY -> new ArraySearch(search, holding, of).find();
            case OBJECT -> new ObjectSearch(search, holding, of).find();
            default -> new NumberSearch(holding, of, whole()).find();
        };
    }

    /** Whether only integers are admitted; only others; or either. */
    private Whole whole() {
        boolean only = holding.all(Types.class).stream()
                .anyMatch(types -> !types.types().contains(JsonType.NUMBER));
        boolean never = fails.stream()
                .anyMatch(atom -> atom instanceof Types types && types.types().contains(JsonType.INTEGER));
        return only ? never ? Whole.CONTRADICTION : Whole.ONLY : never ? Whole.NEVER : Whole.EITHER;
    }

    /** What is said of integers. */
    enum Whole {
        ONLY,
        NEVER,
        EITHER,
        CONTRADICTION
    }

    /** Where an atom that speaks of one type fails, the value is of this type. */
    private EnumSet<JsonType> types() {
        EnumSet<JsonType> types = EnumSet.copyOf(ORDER);
        for (Types admitted : holding.all(Types.class)) {
            Set<JsonType> labels = admitted.types();
            types.removeIf(
                    type -> !labels.contains(type) && !(type == JsonType.NUMBER && labels.contains(JsonType.INTEGER)));
        }
        for (Atom atom : fails) {
            if (atom instanceof Types refused) {
                types.removeAll(refused.types());
            } else {
                types.removeIf(type -> !concerns(atom, type));
            }
        }
        return types;
    }

    private static boolean concerns(Atom atom, JsonType type) {
        if (atom instanceof Types || atom instanceof Values || atom instanceof Opaque) {
            return true;
        }
        if (atom instanceof Formula.AtLeast least) {
            return MEASURED.get(least.measure()) == type;
        }
        if (atom instanceof Formula.AtMost most) {
            return MEASURED.get(most.measure()) == type;
        }
        if (atom instanceof Formula.MultipleOf) {
            return type == JsonType.NUMBER;
        }
        if (atom instanceof Formula.Matches) {
            return type == JsonType.STRING;
        }
        boolean ofArrays = atom instanceof Formula.Unique
                || atom instanceof Formula.ItemAt
                || atom instanceof Formula.ItemsFrom
                || atom instanceof Formula.Contains;
        return type == (ofArrays ? JsonType.ARRAY : JsonType.OBJECT);
    }

    private static final Map<Formula.Measure, JsonType> MEASURED = Map.of(
            Formula.Measure.NUMBER, JsonType.NUMBER,
            Formula.Measure.LENGTH, JsonType.STRING,
            Formula.Measure.ITEMS, JsonType.ARRAY,
            Formula.Measure.PROPERTIES, JsonType.OBJECT);
}
