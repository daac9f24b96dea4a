package io.carat.core.host;

/** Renders messages of any origin as one line. */
public final class OneLine {

    private OneLine() {}

    /** The exception's kind and message, without line breaks. */
    public static String of(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return message == null ? kind : kind + ": " + of(message);
    }

    /** The text with every run of white space made one blank. */
    public static String of(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The innermost cause. */
    public static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
