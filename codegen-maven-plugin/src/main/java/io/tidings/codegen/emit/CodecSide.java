package io.tidings.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.tidings.codegen.plan.CodecPlan;
import java.util.List;

/** What writing and reading a record have in common. */
interface CodecSide {

    /** What its methods are called, before the name of a field. */
    String verb();

    /** The parameter that bytes go to, or come from. */
    String stream();

    ClassName streamType();

    /** The method that the runtime calls, as far as it stands before the fields. */
    MethodSpec.Builder whole();

    /** The same method with what stands after them. */
    MethodSpec finish(MethodSpec.Builder whole);

    /** The statements for one field. */
    CodeBlock field(CodecPlan.Field field);

    /** The methods that fields have asked for so far. */
    List<MethodSpec> details();
}
