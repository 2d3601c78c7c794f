/**
 * From documents to compiled clients in use. Start at {@link io.tidings.codegen.CasesTest}: a folder per case under {@code
 * src/test/resources/cases}.
 */
@NullMarked
package io.tidings.codegen;

import org.jspecify.annotations.NullMarked;
