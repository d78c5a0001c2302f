package io.windrow.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an owner's override changes that a promise of Windrow depends on, so that synthesis
 * refuses all of it at once. The guide lists it (docs/guide/deploy.md, "What an override may not
 * change").
 */
final class OverrideCheck {
  private final String override;
  private final List<String> refused = new ArrayList<>();

  /** A check of what is said by one of the {@code override…} properties. */
  OverrideCheck(String override) {
    this.override = override;
  }

  /** Refuses a property unless it has the one value that works. */
  OverrideCheck mustBe(
      @Nullable Object expected, @Nullable Object found, String property, String reason) {
    return refuseIf(!Objects.equals(expected, found), property, found, reason);
  }

  /** Refuses a property that has a value. */
  OverrideCheck mustBeAbsent(@Nullable Object found, String property, String reason) {
    boolean isThere = found != null && !(found instanceof List<?> list && list.isEmpty());
    return refuseIf(isThere, property, found, reason);
  }

  /**
   * Refuses a property under a condition.
   *
   * @param reason what would break, and what to say instead
   */
  OverrideCheck refuseIf(boolean isBroken, String property, @Nullable Object found, String reason) {
    if (isBroken) {
      refused.add("%s is %s: %s".formatted(property, text(found), reason));
    }
    return this;
  }

  /** Constructs have no text of their own. */
  private static String text(@Nullable Object found) {
    if (found == null) {
      return "not set";
    }
    return found instanceof Number
            || found instanceof Boolean
            || found instanceof Enum<?>
            || found instanceof String
        ? found.toString()
        : "another one";
  }

  /**
   * Ends the check.
   *
   * @throws IllegalArgumentException with everything that was refused
   */
  void end() {
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          override
              + "(...) changes what results depend on:\n  - "
              + String.join("\n  - ", refused)
              + "\n"
              + "Leave these as Windrow sets them; docs/guide/deploy.md lists what an override may"
              + " not change");
    }
  }
}
