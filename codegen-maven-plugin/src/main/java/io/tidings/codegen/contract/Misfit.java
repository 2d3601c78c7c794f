package io.tidings.codegen.contract;

/** An example that is no value of its schema, or a value that would have no end. It stays within this package. */
final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misfit() {
        super(null, null, false, false);
    }
}
