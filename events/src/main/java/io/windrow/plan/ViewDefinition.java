package io.windrow.plan;

import io.windrow.expression.Expression;
import io.windrow.window.WindowPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as the definition says it.
 *
 * @param by the fields of its group; none for one group of all events
 * @param metric which groups are published as metrics, or null for none
 */
public record ViewDefinition(
    String name, List<By> by, WindowPolicy window, List<Compute> compute, @Nullable Metric metric) {
  public ViewDefinition {
    by = List.copyOf(by);
    compute = List.copyOf(compute);
  }

  /** One field of the group, under the name that results show. */
  public record By(String name, Expression value) {}

  /** One computed value: an aggregate by name, and its arguments. */
  public record Compute(String name, String aggregate, List<Expression> arguments) {
    public Compute {
      arguments = List.copyOf(arguments);
    }
  }

  /** The groups of the greatest values are published as metrics. */
  public record Metric(int top) {
    /** What {@code metric: true} means, since each group is a paid metric. */
    public static final int DEFAULT_TOP = 10;
  }
}
