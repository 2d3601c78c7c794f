package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.model.MessageSchema.Json;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonType;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the headers of a message, header by header, and then what is said of all of them. */
final class HeaderDifference {

    /** Keywords that say which headers there are. */
    private static final Set<String> SPEAKING = Set.of(
            "additionalProperties",
            "unevaluatedProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "dependencies",
            "dependentSchemas",
            "enum",
            "const");

    private static final Set<String> NAMED = Set.of("properties", "required");

    private final Comparison comparison;
    private final JsonReader reader;

    HeaderDifference(Comparison comparison) {
        this.comparison = comparison;
        this.reader = comparison.json();
    }

    void compare(Scope scope, Message was, Message is) {
        At at = At.of(scope, was.locationOf("headers"), is.locationOf("headers"));
        if (json(was.headers()) && json(is.headers())) {
            new Headers(at, formulas(comparison.base(), was), formulas(comparison.head(), is)).compare();
        } else if (!text(comparison.base(), was.headers()).equals(text(comparison.head(), is.headers()))) {
            comparison.found(new MessageChange.PayloadUndecided(at, "schema of the headers", "", true, true));
        }
    }

    /** Where there is none, the headers are an object of which nothing is known. */
    private static boolean json(@Nullable MessageSchema headers) {
        return headers == null || headers instanceof Json;
    }

    private static List<Formula> formulas(Side side, Message message) {
        return message.headers() instanceof Json json ? List.of(new Refer(side.schema(json))) : List.of();
    }

    private static Object text(Side side, @Nullable MessageSchema headers) {
        if (headers instanceof Avro avro) {
            return avro.schema().toString();
        }
        return headers instanceof Json json
                ? side.value(json.node())
                : headers instanceof MessageSchema.Other other ? side.value(other.node()) : "";
    }

    private final class Headers {
        private final At at;
        private final List<Formula> base;
        private final List<Formula> head;
        private final JsonView was;
        private final JsonView is;
        private boolean told;
        private boolean toldForward;
        private boolean toldBackward;

        Headers(At at, List<Formula> base, List<Formula> head) {
            this.at = at;
            this.base = base;
            this.head = head;
            this.was = JsonView.of(reader, base);
            this.is = JsonView.of(reader, head);
        }

        void compare() {
            if (same(base, head)) {
                if (rewritten()) {
                    found(new DocumentChange.Documentation(at, "how the schema of the headers is written"));
                }
                return;
            }
            Set<String> names = names(was);
            names.addAll(names(is));
            names.forEach(this::header);
            others();
            JsonReading whole = new JsonReading(
                    toldForward ? JsonVerdict.reads() : reader.judge(base, sent(head, is)),
                    toldBackward ? JsonVerdict.reads() : reader.judge(head, sent(base, was)));
            if (whole.breaks()) {
                found(new MessageChange.HeaderTypeChanged(at, "", whole, false));
            } else if (whole.open()) {
                undecided(at, "", whole);
            } else if (!told) {
                found(new DocumentChange.Documentation(at, "the schema of the headers"));
            }
        }

        /**
         * That headers are an object goes without saying; and who says nothing of them sends none, since otherwise no header could
         * ever be added.
         */
        private static List<Formula> sent(List<Formula> schemas, JsonView view) {
            List<Formula> sent = new ArrayList<>(schemas);
            sent.add(new Formula.Types(Set.of(JsonType.OBJECT)));
            if (view.properties().isEmpty() && view.clauses(SPEAKING).isEmpty()) {
                sent.add(new Formula.Additional(view.required(), Set.of(), Formula.never()));
            }
            return sent;
        }

        /** Headers without a description of their own. */
        private void others() {
            JsonWalk walk = new JsonWalk(at.scope(), reader, change -> {
                if (change instanceof JsonChange.OthersChanged others) {
                    toldForward |= !others.reading().forward().readable();
                    toldBackward |= !others.reading().backward().readable();
                }
                found(change);
            });
            Location wasAt = at.base() == null ? Location.startOf("") : at.base();
            Location isAt = at.head() == null ? Location.startOf("") : at.head();
            JsonReading open = new JsonReading(reader.judge(base, sent(head, is)), reader.judge(head, sent(base, was)));
            JsonSpot spot = new JsonSpot("", sent(base, was), sent(head, is), wasAt, isAt, open, 0);
            new JsonObjectDifference(walk).others(spot, was, is);
        }

        private boolean rewritten() {
            return base.size() == 1
                    && base.get(0) instanceof Refer one
                    && head.get(0) instanceof Refer other
                    && !reader.sameText(one.schema(), other.schema());
        }

        private void found(Change change) {
            told = true;
            comparison.found(change);
        }

        private static Set<String> names(JsonView view) {
            Set<String> names = new TreeSet<>(view.properties());
            names.addAll(view.required());
            return names;
        }

        private void header(String name) {
            At here = At.of(at.scope(), place(was, name, at.base()), place(is, name, at.head()));
            boolean demanded = was.required().contains(name);
            boolean demands = is.required().contains(name);
            if (!names(was).contains(name)) {
                toldBackward |= demands;
                found(
                        demands
                                ? new MessageChange.RequiredHeaderAdded(here, name)
                                : new MessageChange.OptionalHeaderAdded(here, name));
                return;
            }
            if (!names(is).contains(name)) {
                toldForward |= demanded;
                found(new MessageChange.HeaderRemoved(here, name, demanded));
                return;
            }
            if (demanded != demands) {
                toldForward |= demanded;
                toldBackward |= demands;
                found(new MessageChange.HeaderOptionalityChanged(here, name, demands));
            }
            if (!same(was.property(name), is.property(name))) {
                type(here, name, was.property(name), is.property(name));
            }
        }

        private void type(At here, String name, List<Formula> before, List<Formula> now) {
            JsonReading reading = new JsonReading(reader.judge(before, now), reader.judge(now, before));
            Location wasAt = here.base() == null ? Location.startOf("") : here.base();
            Location isAt = here.head() == null ? Location.startOf("") : here.head();
            if (reading.breaks()) {
                JsonSpot spot = new JsonSpot("", before, now, wasAt, isAt, reading, 0);
                found(new MessageChange.HeaderTypeChanged(here, name, reading, boundsOnly(here.scope(), spot)));
            }
            toldForward |= !reading.forward().readable();
            toldBackward |= !reading.backward().readable();
            undecided(here, name, reading);
            if (reading.harmless()) {
                found(new DocumentChange.Documentation(here, "header \"" + name + "\""));
            }
            JsonWalk walk = new JsonWalk(here.scope(), reader, this::found);
            JsonSpot spot = new JsonSpot("", before, now, wasAt, isAt, JsonReading.HARMLESS, 0);
            new JsonNotes(walk).compare(spot, JsonView.of(reader, before), JsonView.of(reader, now));
        }

        /** What has no name for a reason to break is taken for another type. */
        private boolean boundsOnly(Scope scope, JsonSpot spot) {
            List<Change> changes = new ArrayList<>();
            new JsonWalk(scope, reader, changes::add).value(spot);
            List<Change> broken = changes.stream()
                    .filter(change ->
                            change instanceof JsonChange json && json.reading().breaks())
                    .toList();
            return !broken.isEmpty()
                    && broken.stream()
                            .allMatch(change -> change instanceof JsonChange.BoundsChanged
                                    || change instanceof JsonChange.PatternChanged
                                    || (change instanceof JsonChange.CombinationChanged put && !put.alternatives()));
        }

        private void undecided(At here, String name, JsonReading reading) {
            if (reading.open()) {
                String what = name.isEmpty() ? "schema of the headers" : "schema of header \"" + name + "\"";
                found(MessageChange.PayloadUndecided.of(here, what, reading));
            }
        }

        private static @Nullable Location place(JsonView view, String name, @Nullable Location otherwise) {
            return view.place(NAMED, name).orElse(otherwise);
        }

        /** Apart from what people read. */
        private boolean same(List<Formula> before, List<Formula> now) {
            boolean same = before.size() == now.size();
            for (int i = 0; i < before.size() && same; i++) {
                same = reader.same(before.get(i), now.get(i)) && !words(before.get(i), now.get(i));
            }
            return same;
        }

        private boolean words(Formula one, Formula other) {
            return one instanceof Refer a && other instanceof Refer b && reader.otherWords(a.schema(), b.schema());
        }
    }
}
