package io.tidings.codegen.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.tidings.codegen.contract.Contract;
import io.tidings.codegen.contract.ContractPlan;
import io.tidings.codegen.output.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Writes the contract tests of a plan, a type per file. */
public final class ContractSources {

    private ContractSources() {}

    /** All contract tests, in the order of the document's operations. */
    public static List<SourceFile> of(ContractPlan plan) {
        if (plan.contracts().isEmpty()) {
            return List.of();
        }
        List<SourceFile> files = new ArrayList<>();
        for (Contract contract : plan.contracts()) {
            TypeSpec type = type(contract, plan).toBuilder()
                    .addAnnotation(Types.generated(plan.own()))
                    .build();
            JavaFile file = JavaFile.builder(plan.packageName(), type)
                    .skipJavaLangImports(!new HiddenNames(plan.own()).in(plan.packageName()))
                    .indent("    ")
                    .build();
            files.add(new SourceFile(folder(plan) + type.name() + ".java", Layout.tidy(file.toString())));
        }
        files.add(packageInfo(plan));
        return files;
    }

    private static TypeSpec type(Contract contract, ContractPlan plan) {
        ContractBase base = new ContractBase(contract, plan);
        if (contract instanceof Contract.Handling handling) {
            return HandlingContractEmitter.emit(handling, base);
        } else if (contract instanceof Contract.Publishing publishing) {
            return PublishingContractEmitter.emit(publishing, base);
        } else if (contract instanceof Contract.Answering answering) {
            return AnsweringContractEmitter.emit(answering, base);
        } else if (contract instanceof Contract.Asking asking) {
            return AskingContractEmitter.emit(asking, base);
        }
        return AskingContractEmitter.emit((Contract.Gathering) contract, base);
    }

    /** JavaPoet writes types only. */
    private static SourceFile packageInfo(ContractPlan plan) {
        String content = """
                /** Tests that Tidings generated from AsyncAPI documents: extend them with what your service does. */
                @NullMarked
                package %s;

                import %s;
                """.formatted(plan.packageName(), RuntimeTypes.NULL_MARKED.canonicalName());
        return new SourceFile(folder(plan) + "package-info.java", content);
    }

    private static String folder(ContractPlan plan) {
        return plan.packageName().replace('.', '/') + "/";
    }
}
