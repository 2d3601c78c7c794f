/** Lives through migrations in memory. */
@NullMarked
package io.tidings.messaging.majors;

import org.jspecify.annotations.NullMarked;
