package io.tidings.codegen.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import java.util.ArrayList;
import java.util.List;

/** Writes the clients of a plan, a type per file. */
public final class ClientSources {

    private static final List<Emitter> EMITTERS = List.of(
            new ChannelsEmitter(),
            new ServersEmitter(),
            new ParametersEmitter(),
            new MessagesEmitter(),
            new HeadersEmitter(),
            new PublisherEmitter(),
            new UnionEmitter(),
            new HandlerEmitter(),
            new SubscriberEmitter(),
            new RequestorEmitter(),
            new PendingRequestorEmitter(),
            new GathererEmitter(),
            new ReplierEmitter(),
            new ReplicasEmitter(),
            new ReplicaQueriesEmitter(),
            new ReplicaFoldEmitter());

    private ClientSources() {}

    /** All client sources of a valid plan, in a fixed order; record classes are Avro's to write. */
    public static List<SourceFile> of(GenerationPlan plan) {
        boolean javaLangIsHidden = new HiddenNames(plan).in(plan.packageName());
        List<SourceFile> files = new ArrayList<>(EMITTERS.parallelStream()
                .flatMap(emitter -> emitter.emit(plan))
                .map(type -> source(type, plan, javaLangIsHidden))
                .toList());
        files.add(packageInfo(plan));
        return files;
    }

    private static SourceFile source(TypeSpec type, GenerationPlan plan, boolean javaLangIsHidden) {
        // A builder made from a record has forgotten its components: records are marked where they are made.
        TypeSpec marked = type.kind() == TypeSpec.Kind.RECORD
                ? type
                : type.toBuilder().addAnnotation(Types.generated(plan)).build();
        JavaFile file = JavaFile.builder(plan.packageName(), marked)
                .skipJavaLangImports(!javaLangIsHidden)
                .indent("    ")
                .build();
        return new SourceFile(folder(plan) + type.name() + ".java", Layout.tidy(file.toString()));
    }

    /** JavaPoet writes types only. */
    private static SourceFile packageInfo(GenerationPlan plan) {
        String content = """
                /** Clients that Tidings generated from AsyncAPI documents. */
                @NullMarked
                package %s;

                import %s;
                """.formatted(plan.packageName(), RuntimeTypes.NULL_MARKED.canonicalName());
        return new SourceFile(folder(plan) + "package-info.java", content);
    }

    private static String folder(GenerationPlan plan) {
        return plan.packageName().isEmpty() ? "" : plan.packageName().replace('.', '/') + "/";
    }
}
