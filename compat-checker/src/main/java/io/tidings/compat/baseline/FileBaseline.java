package io.tidings.compat.baseline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A document in a file. */
record FileBaseline(String source, Path file) implements Baseline {

    @Override
    public BaseDocument read() {
        if (!Files.isRegularFile(file)) {
            throw new BaselineException("the base " + source + " is not there: no file " + file);
        }
        return BaseDocument.read(source, file, UnaryOperator.identity());
    }
}
