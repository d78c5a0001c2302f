package io.windrow.functions.telemetry;

import java.util.List;

/**
 * The metrics of views that ask for them with {@code metric}: one named as each computed value, for
 * each of the greatest groups.
 */
public final class ValueMetric {
  /** Their own namespace, since a definition names them. */
  public static final String NAMESPACE = "Windrow/Values";

  /** All that a value is told apart by. */
  public static final List<Dimension> DIMENSIONS =
      List.of(Dimension.PIPELINE, Dimension.VIEW, Dimension.GROUP);

  private ValueMetric() {}
}
