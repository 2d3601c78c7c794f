package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Plans what to generate for a document. Deterministic: one document and one setting give one plan. Never throws on what a
 * user wrote.
 */
public final class Planner {

    private final AsyncApiDocument document;
    private final PlanSettings settings;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Planner(AsyncApiDocument document, PlanSettings settings) {
        this.document = document;
        this.settings = settings;
    }

    /** Plans a document, which must be valid. */
    public static GenerationPlan plan(AsyncApiDocument document, PlanSettings settings) {
        return new Planner(document, settings).plan();
    }

    private GenerationPlan plan() {
        AvroTypes avroTypes = AvroTypes.collect(document, settings, diagnostics);
        NameScope classes = new NameScope(diagnostics);
        avroTypes
                .simpleNamesIn(settings.packageName())
                .forEach(name -> classes.reserve(name, "the Avro type of that name"));

        String title = document.info().title();
        String written = document.codeName() != null ? document.codeName() : title;
        Neighbours neighbours = new Neighbours(avroTypes.inOrder());
        List<StagesPlan> stages =
                settings.records().stagedBuilders() ? StagesPlanner.plan(avroTypes.generated(), neighbours) : List.of();
        Neighbours.in(settings.packageName(), stages.stream().map(StagesPlan::type))
                .forEach(name -> classes.reserve(name, "the staged builder of an Avro record"));
        List<ChoicePlan> choices = ChoicePlanner.plan(avroTypes.generated(), neighbours);
        Neighbours.in(settings.packageName(), choices.stream().map(ChoicePlan::type))
                .forEach(name -> classes.reserve(name, "the interface of a field that holds one of several types"));

        String api = classes.claim(
                JavaWords.of(written).pascal(),
                List.of("Channels", "Messages", "Replicas", "Servers"),
                new Claimant("the API '" + title + "'", written, document.info()));
        JavaName channelsType = inPackage(api + "Channels");
        JavaName messagesType = inPackage(api + "Messages");

        ParameterPlanner parameters = new ParameterPlanner(settings, classes, avroTypes, diagnostics);
        ChannelPlanner channels = ChannelPlanner.plan(document, channelsType, avroTypes, parameters, diagnostics);
        MessagePlanner messages = MessagePlanner.plan(document, messagesType, avroTypes, classes, diagnostics);
        OperationPlanner operations =
                new OperationPlanner(document, settings, classes, channels, messages, diagnostics);
        List<OperationPlan> planned = operations.plan();
        Optional<ReplicasPlan> replicasPlan = new ReplicaPlanner(
                        settings, classes, channels, messages, avroTypes, diagnostics)
                .plan(document, inPackage(api + "Replicas"));

        return new GenerationPlan(
                fileName(document.file()),
                title,
                document.info().version(),
                settings.packageName(),
                channelsType,
                channels.planned(),
                messagesType,
                messages.planned(),
                planned,
                replicasPlan,
                new ServerPlanner(inPackage(api + "Servers"), settings.role(), diagnostics).plan(document),
                avroTypes.inOrder(),
                avroTypes.existing(),
                CodecPlanner.plan(avroTypes.inOrder(), avroTypes.existing(), settings.records(), neighbours),
                stages,
                choices,
                settings.records(),
                diagnostics);
    }

    private JavaName inPackage(String simpleName) {
        return new JavaName(settings.packageName(), simpleName);
    }

    private static String fileName(String file) {
        return Objects.toString(Path.of(file).getFileName(), file);
    }
}
