package io.tidings.testing;

/** An assertion that may throw anything. */
@FunctionalInterface
public interface ThrowingAssertion {
    void check() throws Exception;
}
