/**
 * Compares a document with what a schema registry holds. Start at {@link io.tidings.compat.registry.RegistryBaseline}: it makes
 * earlier versions of the document from the versions of its subjects, and asks the registry what it would refuse. Values are
 * immutable; reading calls the registry.
 */
@NullMarked
package io.tidings.compat.registry;

import org.jspecify.annotations.NullMarked;
