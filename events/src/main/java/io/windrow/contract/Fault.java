package io.windrow.contract;

import java.util.Arrays;

/**
 * Code that failed on a record: what it threw and where, but never its message, which may hold what
 * the record holds.
 *
 * @param exception the class of what was thrown
 * @param place the innermost place outside the JDK; empty if the JVM has left it out
 */
public record Fault(String exception, String place) {
  private static final String JDK = "java.";

  /** The fault of what was thrown. */
  public static Fault of(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place =
        Arrays.stream(trace)
            .filter(frame -> !frame.getClassName().startsWith(JDK))
            .findFirst()
            .map(Fault::place)
            .orElse("");
    return new Fault(thrown.getClass().getName(), place);
  }

  private static String place(StackTraceElement frame) {
    return "%s.%s(%s:%d)"
        .formatted(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
