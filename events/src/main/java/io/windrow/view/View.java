package io.windrow.view;

import io.windrow.aggregate.Aggregate;
import io.windrow.expression.Expression;
import io.windrow.window.WindowPolicy;
import java.util.List;

/**
 * A named group-by over windows.
 *
 * @param fingerprint of all that the view depends on: two views of one name and different
 *     fingerprints are different views
 */
public record View(
    String name, String fingerprint, List<Field> by, WindowPolicy window, List<Computed> compute) {
  public View {
    by = List.copyOf(by);
    compute = List.copyOf(compute);
  }

  /** One field of the group, under the name that results show. */
  public record Field(String name, Expression value) {}

  /** One value that results show: an aggregate of the values of its arguments. */
  public record Computed(String name, Aggregate<?> aggregate, List<Expression> arguments) {
    public Computed {
      arguments = List.copyOf(arguments);
    }
  }
}
