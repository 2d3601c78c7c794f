package io.tidings.codegen.migration;

import io.tidings.codegen.migration.Cast.Given;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.JavaName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.jspecify.annotations.Nullable;

/** Plans how the payloads of one message become those of its other version. Used once, by one thread. */
final class CasterPlanner {

    private final Direction direction;
    private final Version from;
    private final Version to;
    private final MethodScope names;
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    CasterPlanner(Direction direction, Version from, Version to) {
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.names = new MethodScope(direction);
    }

    /** With the schemas that the payloads' classes have. */
    CasterPlan plan(JavaName name, String message, Schema payload, Schema result) {
        methods.put(pair(payload, result), direction.method());
        Step.OfRecord whole = record(direction.method(), payload, result, "", "");
        return new CasterPlan(
                name,
                direction,
                message,
                from.number(),
                to.number(),
                whole,
                new ArrayList<>(steps.values()),
                decisions);
    }

    private static String pair(Schema one, Schema other) {
        return one.getFullName() + " " + other.getFullName();
    }

    private Step.OfRecord record(String method, Schema given, Schema result, String owner, String path) {
        JavaName record = ClassNames.of(given);
        Map<String, Field> pairs = FieldPairs.of(given, result, direction);
        List<Step.FieldCast> fields = new ArrayList<>();
        for (Field field : result.getFields()) {
            Field same = pairs.get(field.name());
            Spot spot = new Spot(field.name(), owner, path + field.name(), record, true);
            if (same != null) {
                fields.add(new Step.FieldCast(
                        to.names(result, field),
                        from.names(given, same),
                        from.givesOptional(same),
                        cast(same.schema(), field.schema(), spot)));
            } else if (!field.hasDefaultValue()) {
                String reason = from.number() + " has no such field, and " + to.number() + " no default for it";
                Cast decided = decided(spot, "", null, field.schema(), reason);
                fields.add(new Step.FieldCast(to.names(result, field), null, false, decided));
            } else if (hasClass(field.schema())) {
                Cast otherwise = new Cast.Default(ClassNames.of(result), field.name());
                fields.add(new Step.FieldCast(to.names(result, field), null, false, otherwise));
            }
        }
        List<String> dropped = given.getFields().stream()
                .filter(field -> !pairs.containsValue(field))
                .map(Field::name)
                .toList();
        return new Step.OfRecord(method, record, ClassNames.of(result), fields, dropped);
    }

    /** Whether a default of the type may need classes to be found by their names. */
    private static boolean hasClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            case ARRAY -> hasClass(schema.getElementType());
            case MAP -> hasClass(schema.getValueType());
            case UNION -> hasClass(schema.getTypes().get(0)); // which a default is of
            default -> false;
        };
    }

    private Cast cast(Schema given, Schema result, Spot spot) {
        if (given.isUnion()) {
            return ofUnion(given, result, spot);
        }
        Schema target = result.isUnion() ? UnionBranches.choose(given, from.held(given), result.getTypes()) : result;
        if (target == null) {
            String reason = to.number() + " has no branch for " + TypeText.of(given) + " in " + TypeText.of(result);
            return decided(spot, "", given, result, reason);
        }
        Cast leaf = Leaves.cast(given, from.held(given), target);
        if (leaf != null) {
            return leaf;
        }
        Cast parts = parts(given, target, spot);
        return parts != null
                ? parts
                : decided(
                        spot,
                        "",
                        given,
                        result,
                        "it is " + TypeText.of(given) + " in " + from.number() + " and " + TypeText.of(result) + " in "
                                + to.number());
    }

    private @Nullable Cast parts(Schema given, Schema result, Spot spot) {
        if (given.getType() != result.getType() || !Objects.equals(logical(given), logical(result))) {
            return null;
        }
        return switch (given.getType()) {
            case ARRAY -> new Cast.Items(cast(given.getElementType(), result.getElementType(), spot.item()));
            case MAP -> new Cast.Entries(cast(given.getValueType(), result.getValueType(), spot.entry()));
            case RECORD, ENUM, FIXED -> WireNames.areOne(given, result) ? named(given, result, spot) : null;
            default -> null;
        };
    }

    private static @Nullable String logical(Schema schema) {
        return schema.getProp("logicalType");
    }

    private @Nullable Cast named(Schema given, Schema result, Spot spot) {
        if (from.exists(given) || to.exists(result)) {
            return WireNames.haveOneClass(given, result) ? new Cast.Same() : null;
        }
        if (given.getType() == Schema.Type.FIXED) {
            return given.getFixedSize() == result.getFixedSize() ? new Cast.Fixed(ClassNames.of(result)) : null;
        }
        if (WireNames.haveOneClass(given, result)) {
            return new Cast.Same();
        }
        String known = methods.get(pair(given, result));
        if (known != null) {
            return new Cast.Called(known);
        }
        String method = names.claim("cast " + WireNames.simple(given));
        methods.put(pair(given, result), method);
        steps.put(method, new Step.OfEnum(method, ClassNames.of(given), ClassNames.of(result), List.of())); // its place
        steps.put(
                method,
                given.getType() == Schema.Type.RECORD
                        ? record(method, given, result, " of " + WireNames.simple(given), spot.path() + ".")
                        : enumeration(method, given, result, spot));
        return new Cast.Called(method);
    }

    private Step.OfEnum enumeration(String method, Schema given, Schema result, Spot spot) {
        List<Step.Arm> arms = new ArrayList<>();
        for (String symbol : given.getEnumSymbols()) {
            String same = result.hasEnumSymbol(symbol) ? symbol : result.getEnumDefault();
            String decision = null;
            if (same == null) {
                String reason = to.number() + " has no symbol " + symbol + " in " + WireNames.simple(result)
                        + ", and no symbol for those that it does not know";
                decision = names.claim(symbol + " of " + WireNames.simple(given));
                decisions.add(new Decision(decision, spot.path(), reason, null, null, to.held(result), false));
            }
            arms.add(new Step.Arm(
                    SpecificCompiler.mangle(symbol), same == null ? null : SpecificCompiler.mangle(same), decision));
        }
        return new Step.OfEnum(method, ClassNames.of(given), ClassNames.of(result), arms);
    }

    private Cast ofUnion(Schema given, Schema result, Spot spot) {
        Cast.Decided whenNull = null;
        if (given.isNullable() && !result.isNullable()) {
            String reason = "it may be null in " + from.number() + ", and not in " + to.number();
            whenNull = decided(spot, " when null", null, result, reason);
        }
        if (from.held(given) instanceof Coding.Maybe) {
            Schema value = given.getTypes().get(given.getTypes().get(0).getType() == Schema.Type.NULL ? 1 : 0);
            Cast cast = cast(value, result, spot);
            return cast instanceof Cast.Same && whenNull == null ? cast : new Cast.Maybe(cast, whenNull);
        }
        Map<String, Step.Branch> branches = new LinkedHashMap<>();
        for (Schema branch : given.getTypes()) {
            Coding held = from.held(branch);
            if (branch.getType() != Schema.Type.NULL) {
                Step.Branch next = new Step.Branch(held, cast(branch, result, spot.branch(WireNames.simple(branch))));
                branches.putIfAbsent(HeldClasses.key(held), next); // Java cannot tell them apart
            }
        }
        boolean same = branches.values().stream().allMatch(branch -> branch.cast() instanceof Cast.Same);
        if (same && whenNull == null && to.held(result) instanceof Coding.Choice) {
            return new Cast.Same();
        }
        String method = names.claim("cast " + spot.name(""));
        steps.put(
                method,
                new Step.OfUnion(
                        method, spot.path(), to.held(result), result.isNullable(), new ArrayList<>(branches.values())));
        Cast called = new Cast.Called(method);
        return given.isNullable() ? new Cast.Maybe(called, whenNull) : called;
    }

    private Cast.Decided decided(Spot spot, String suffix, @Nullable Schema value, Schema result, String reason) {
        String method = names.claim(spot.name(suffix));
        Given given = spot.field() ? Given.RECORD : value == null ? Given.NOTHING : Given.VALUE;
        decisions.add(new Decision(
                method,
                spot.path(),
                reason,
                spot.field() ? spot.record() : null,
                given == Given.VALUE && value != null ? from.held(value) : null,
                to.held(result),
                result.isNullable()));
        return new Cast.Decided(method, given);
    }
}
