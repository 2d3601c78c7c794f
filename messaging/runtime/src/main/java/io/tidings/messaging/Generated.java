package io.tidings.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that Tidings generated. It bears no date, so that an unchanged document generates unchanged code; it is kept in
 * class files, so that coverage and analysis tools can leave generated code out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /** The file name of the AsyncAPI document. */
    String document();

    /** The document's {@code info.version}. */
    String version();
}
