package io.tidings.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** When text has colours. */
enum Colour {
    /** On a terminal, unless the environment says no (see no-color.org). */
    AUTO,
    ALWAYS,
    NEVER;

    boolean wanted(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
    }

    /** Whether standard output is a terminal. The launcher knows; the JVM only if standard input is one as well. */
    @SuppressWarnings("SystemConsoleNull") // null until JDK 21; what is asked of it below is for JDK 22 and newer
    static boolean onTerminal() {
        String told = System.getProperty("tidings.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since JDK 22 there is always a console, and this method says whether it is a terminal.
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Reads what stands after {@code --color}. */
    static final class Converter implements ITypeConverter<Colour> {
        @Override
        public Colour convert(String value) {
            return switch (value) {
                case "auto" -> AUTO;
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                default -> throw new TypeConversionException("\"" + value + "\" is none of auto, always, never");
            };
        }
    }
}
