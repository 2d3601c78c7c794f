package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A document in a file. A file that is named and not there is more often misspelt than not yet written. */
record FileBaseline(String source, Path file) implements Baseline.Single {

    @Override
    public boolean single() {
        return true;
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        return Earlier.of(read());
    }

    @Override
    public BaseDocument read() {
        if (!Files.isRegularFile(file)) {
            throw new BaselineException("the base " + source + " is not there: no file " + file);
        }
        return BaseDocument.read(source, file, UnaryOperator.identity());
    }
}
