package io.tidings.codegen.contract;

import io.tidings.codegen.plan.GenerationPlan;
import java.util.List;

/**
 * The tests that are generated for a document.
 *
 * @param own what is generated for the user
 * @param other what is generated for those who talk to the user, for the tests alone
 * @param packageName where the tests stand
 */
public record ContractPlan(GenerationPlan own, GenerationPlan other, String packageName, List<Contract> contracts) {

    public ContractPlan {
        contracts = List.copyOf(contracts);
    }
}
