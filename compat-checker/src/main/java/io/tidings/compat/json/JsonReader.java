package io.tidings.compat.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Judges what readers demand against what is sent.
 *
 * <p>What is sent: all values that the writer's schema admits, but for one thing. An object of a schema that declares
 * properties, and says nothing of other ones, has no others. By the letter of JSON Schema it could have any, and then no
 * property could ever be added; yet a sender that fills in what its schema declares does not send what it does not. Schemas
 * that declare no property, or say something in {@code additionalProperties}, be it {@code true}, mean it.
 *
 * <p>{@code format} and the other keywords that only describe refuse nothing.
 */
public final class JsonReader {

    private final Search search = new Search();

    /** Whether all values sent by a schema are admitted by another. */
    public JsonVerdict judge(JsonSchema reader, JsonSchema writer) {
        return judge(List.of(new Formula.Refer(reader)), List.of(new Formula.Refer(writer)));
    }

    /**
     * The same for several formulas that hold at once.
     *
     * @param demanded by readers
     * @param sent what writers keep to
     */
    public JsonVerdict judge(Collection<? extends Formula> demanded, Collection<? extends Formula> sent) {
        JsonVerdict verdict = JsonVerdict.reads();
        for (Formula formula : demanded) {
            Answer answer = search.ask(Problem.of(List.copyOf(sent), Set.of(), Set.of(formula)));
            if (answer instanceof Answer.Found found) {
                return new JsonVerdict.Unreadable(found.value());
            }
            if (answer instanceof Answer.Unknown unknown) {
                verdict = verdict.and(new JsonVerdict.Undecided(unknown.keyword(), unknown.path()));
            }
        }
        return verdict;
    }

    /**
     * The same, but who sends an object may add any property that its schema does not forbid: the letter of JSON Schema. What
     * only stands for its silence, an {@link Formula.Additional} outside any schema, does not count.
     */
    public JsonVerdict judgeLiterally(Collection<? extends Formula> demanded, Collection<? extends Formula> sent) {
        List<Formula> open = new ArrayList<>(sent);
        open.removeIf(Formula.Additional.class::isInstance);
        open.add(new Formula.Additional(Set.of(), Set.of(), Formula.always()));
        return judge(demanded, open);
    }

    /** Whether two schemas are written alike but for the order of members and for where their parts stand. */
    public boolean sameText(JsonSchema one, JsonSchema other) {
        return new Writing().same(one, other);
    }

    /** Whether two schemas say the same in the same words, wherever they stand; what only people read does not count. */
    public boolean same(Formula one, Formula other) {
        return search.same().formulas(one, other);
    }

    /** Whether two schemas that say the same are described differently. */
    public boolean otherWords(JsonSchema one, JsonSchema other) {
        return search.same().words(one, other);
    }

    Fits fits() {
        return search.fits();
    }
}
