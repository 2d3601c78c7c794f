package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.Parameter;
import io.tidings.codegen.plan.NameScope.Claimant;
import io.tidings.codegen.plan.ParametersPlan.Source;
import io.tidings.codegen.plan.ParametersPlan.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Plans the parameters of channels, and where messages carry them. */
final class ParameterPlanner {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /** What stands in a topic's name. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]+");

    /** What the generated record calls itself or refers to, beside its components. */
    private static final List<String> MEMBERS = List.of("address", "withDefaults", "TEMPLATE", "values");

    private static final List<String> NESTED =
            List.of("String", "List", "Optional", "Received", "AddressTemplate", "PoisonMessageException", "Override");

    private final String packageName;
    private final RecordSettings records;
    private final NameScope classes;
    private final AvroTypes avroTypes;
    private final List<Diagnostic> diagnostics;

    ParameterPlanner(PlanSettings settings, NameScope classes, AvroTypes avroTypes, List<Diagnostic> diagnostics) {
        this.packageName = settings.packageName();
        this.records = settings.records();
        this.classes = classes;
        this.avroTypes = avroTypes;
        this.diagnostics = diagnostics;
    }

    /** Plans those of a channel; empty if an address could not be read back, which is reported. */
    Optional<ParametersPlan> plan(Channel channel, String written, String template) {
        List<Parameter> used = used(channel, template);
        if (isAmbiguous(channel, used, template) || hasNoValue(channel, used)) {
            return Optional.empty();
        }
        String type = classes.claim(
                JavaWords.of(written).pascal() + "Parameters",
                Claimant.of("the parameters of channel", channel.name(), channel));
        NameScope components = new NameScope(diagnostics);
        MEMBERS.forEach(name -> components.reserve(name, "a member of '" + type + "'"));
        NameScope nested = new NameScope(diagnostics);
        nested.reserve(type, "the record of the parameters");
        NESTED.forEach(name -> nested.reserve(name, "the class of that name"));
        List<ParametersPlan.Parameter> parameters = used.stream()
                .map(parameter -> plan(parameter, components, nested))
                .toList();
        return Optional.of(
                new ParametersPlan(new JavaName(packageName, type), template, parameters, sources(channel, used)));
    }

    private static List<Parameter> used(Channel channel, String template) {
        Map<String, Parameter> used = new LinkedHashMap<>();
        Matcher matcher = NAME.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            used.computeIfAbsent(
                    name,
                    any -> channel.parameters().stream()
                            .filter(parameter -> parameter.name().equals(name))
                            .findFirst()
                            .orElseGet(
                                    () -> new Parameter(name, List.of(), null, null, List.of(), null, channel.node())));
        }
        return List.copyOf(used.values());
    }

    /** Where nothing stands between two texts that may be any, nobody can say where the one ends. */
    private boolean isAmbiguous(Channel channel, List<Parameter> used, String template) {
        Matcher matcher = NAME.matcher(template);
        Parameter before = null;
        int end = -1;
        while (matcher.find()) {
            Parameter parameter = used.stream()
                    .filter(one -> one.name().equals(matcher.group(1)))
                    .findFirst()
                    .orElseThrow();
            if (matcher.start() == end && before != null && isFree(before) && isFree(parameter)) {
                diagnostics.add(ambiguity(channel, before, parameter));
                return true;
            }
            before = parameter;
            end = matcher.end();
        }
        return false;
    }

    /** Where a parameter has listed values, and none of them can be sent. */
    private boolean hasNoValue(Channel channel, List<Parameter> used) {
        List<Parameter> without = used.stream()
                .filter(parameter -> !parameter.values().isEmpty())
                .filter(parameter -> parameter.values().stream()
                        .noneMatch(value -> LEGAL.matcher(value).matches()))
                .toList();
        without.forEach(parameter -> diagnostics.add(Diagnostic.warning(
                "codegen-parameter-without-values",
                "Nothing is generated for channel '" + channel.name() + "': no value of parameter '" + parameter.name()
                        + "' can stand in a topic's name",
                parameter.locationOf("enum"),
                parameter.pointer(),
                "Letters, digits, '.', '_' and '-' can.")));
        return !without.isEmpty();
    }

    private static boolean isFree(Parameter parameter) {
        return parameter.values().isEmpty();
    }

    private static Diagnostic ambiguity(Channel channel, Parameter one, Parameter next) {
        return Diagnostic.warning(
                "codegen-parameters-ambiguous",
                "Nothing is generated for channel '" + channel.name() + "': in its address nothing separates '"
                        + one.name() + "' from '" + next.name() + "'",
                channel.locationOf("address"),
                channel.pointer(),
                "Put a '.', '-' or '_' between them that their values do not have, or list the values of one.");
    }

    private ParametersPlan.Parameter plan(Parameter parameter, NameScope components, NameScope nested) {
        Claimant claimant = Claimant.of("parameter", parameter.name(), parameter);
        JavaWords words = JavaWords.of(parameter.name());
        String component = components.claim(words.camel(), claimant);
        List<Value> values = values(parameter);
        String defaultValue = parameter.defaultValue();
        boolean usable = defaultValue != null
                && (values.isEmpty()
                        || values.stream().anyMatch(value -> value.text().equals(defaultValue)));
        if (usable && values.isEmpty()) {
            usable = isLegal(parameter, defaultValue, "default");
        }
        return new ParametersPlan.Parameter(
                parameter.name(),
                component,
                values.isEmpty() ? null : nested.claim(words.pascalBesideCamel(), claimant),
                values,
                usable ? defaultValue : null,
                parameter.examples(),
                Documentation.of(null, null, parameter.description()));
    }

    private List<Value> values(Parameter parameter) {
        NameScope constants = new NameScope(diagnostics);
        constants.reserve("text", "what the enum keeps");
        List<Value> values = new ArrayList<>();
        for (String text : parameter.values().stream().distinct().toList()) {
            if (isLegal(parameter, text, "enum")) {
                values.add(new Value(
                        constants.claim(JavaWords.of(text).constant(), Claimant.of("value", text, parameter)), text));
            }
        }
        return values;
    }

    private boolean isLegal(Parameter parameter, @Nullable String text, String field) {
        if (text != null && LEGAL.matcher(text).matches()) {
            return true;
        }
        diagnostics.add(Diagnostic.warning(
                "codegen-parameter-value-unusable",
                "'" + text + "' is left out of parameter '" + parameter.name() + "': it cannot stand in a topic's name",
                parameter.locationOf(field),
                parameter.pointer(),
                "Letters, digits, '.', '_' and '-' can."));
        return false;
    }

    private List<Source> sources(Channel channel, List<Parameter> used) {
        Map<JavaName, Source> sources = new LinkedHashMap<>();
        for (Message message : channel.messages().values()) {
            if (message.payload() instanceof MessageSchema.Avro avro
                    && avro.schema().getType() == Schema.Type.RECORD) {
                List<PayloadPath> paths = paths(used, avro.schema());
                if (paths.size() == used.size()) {
                    JavaName payload = avroTypes.javaName(avro.schema());
                    sources.putIfAbsent(payload, new Source(payload, paths));
                }
            }
        }
        return List.copyOf(sources.values());
    }

    private List<PayloadPath> paths(List<Parameter> used, Schema record) {
        return used.stream()
                .map(Parameter::messageLocation)
                .flatMap(Stream::ofNullable)
                .flatMap(expression -> PayloadPath.of(expression, record, records, avroTypes::isExisting).stream())
                .toList();
    }
}
