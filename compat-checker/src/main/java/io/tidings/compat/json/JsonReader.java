package io.tidings.compat.json;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Judges what readers demand against what is sent.
 *
 * <p>What is sent: all values that the writer's schema admits, but for one thing. An object of a schema that declares
 * properties, and says nothing else of other ones, has no others. By the letter of JSON Schema it could have any, and then no
 * property could ever be added; yet a sender that fills in what its schema declares does not send what it does not. Schemas
 * that declare no property, or say in {@code additionalProperties} what others are like, mean it.
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
