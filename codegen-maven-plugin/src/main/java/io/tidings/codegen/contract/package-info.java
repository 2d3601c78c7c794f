/**
 * Plans the tests that hold a user's handlers and publishers to the document: a contract for each operation, and a sample of
 * each message to try it with. Start at {@link io.tidings.codegen.contract.ContractPlanner#plan}. Values are immutable.
 */
@NullMarked
package io.tidings.codegen.contract;

import org.jspecify.annotations.NullMarked;
