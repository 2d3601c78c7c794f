package io.tidings.codegen.contract;

import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.util.List;
import java.util.Map;

/**
 * The tests that are generated for a document.
 *
 * @param own what is generated for the user
 * @param other what is generated for those who talk to the user, for the tests alone
 * @param packageName where the tests stand
 * @param keys a sample of each Avro type that is a key, by its class; none where the user has to give it
 */
public record ContractPlan(
        GenerationPlan own,
        GenerationPlan other,
        String packageName,
        List<Contract> contracts,
        Map<JavaName, Sample> keys) {

    public ContractPlan {
        contracts = List.copyOf(contracts);
        keys = Map.copyOf(keys);
    }
}
