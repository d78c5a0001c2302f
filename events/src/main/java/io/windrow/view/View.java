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
  private static final int LONGEST_TEXT = 8192;

  /**
   * What a result may take: below the 400 KB of an item, its key and its id's other parts included.
   */
  private static final int RESULT_BYTES = 390_000;

  /** A field is shown as it is and in the id, where a control character takes six bytes. */
  private static final int FIELD_BYTES_A_CHAR = 7;

  private static final int VALUE_BYTES_A_CHAR = 3;
  private static final int NAME_BYTES = 160;

  public View {
    by = List.copyOf(by);
    compute = List.copyOf(compute);
  }

  /** Whether it is the view of this name and fingerprint. */
  public boolean is(String name, String fingerprint) {
    return this.name.equals(name) && this.fingerprint.equals(fingerprint);
  }

  /**
   * How many characters a text of a group or an argument may have: a result is one DynamoDB item,
   * and must hold as long a text in each of its fields and values (Amazon DynamoDB Developer Guide,
   * "Quotas", item size).
   */
  public int longestText() {
    int names = NAME_BYTES * (by.size() + compute.size());
    int bytesAChar = FIELD_BYTES_A_CHAR * by.size() + VALUE_BYTES_A_CHAR * compute.size();
    return bytesAChar == 0
        ? LONGEST_TEXT
        : Math.min(LONGEST_TEXT, Math.max(0, RESULT_BYTES - names) / bytesAChar);
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
