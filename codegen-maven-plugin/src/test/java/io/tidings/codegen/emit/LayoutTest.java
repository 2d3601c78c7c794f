package io.tidings.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void whatFitsIntoALineStandsOnOne() {
        assertThat(Layout.tidy("""
                        /**
                         * Short.
                         */
                        @Generated(
                                document = "a",
                                version = "1"
                        )
                        class A {
                            private A() {
                            }

                            void b(int c,
                                    int d) throws
                                    Exception {
                                return f(
                                        c,
                                        d);
                            }
                        }
                        """)).isEqualTo("""
                        /** Short. */
                        @Generated(document = "a", version = "1")
                        class A {
                            private A() {}

                            void b(int c, int d) throws Exception {
                                return f(c, d);
                            }
                        }
                        """);
    }

    @Test
    void whatDoesNotFitStays() {
        String source = "class A {\n    int b = f(\n            \"" + "x".repeat(100) + "\",\n            2);\n}\n";

        assertThat(Layout.tidy(source)).isEqualTo(source);
    }

    @Test
    void bodiesOfLambdasKeepTheirLines() {
        String source = "f(\n        a,\n        b -> {\n            c();\n        });\n";

        assertThat(Layout.tidy(source)).isEqualTo(source);
    }
}
