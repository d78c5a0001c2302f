package io.windrow.local.command;

/** The bounds of numbers that options give; a number past them is told by its option. */
final class OptionBounds {
  private OptionBounds() {}

  /**
   * Checks a number.
   *
   * @throws UserError when it is less
   */
  static void atLeast(long least, String option, long value) {
    if (value < least) {
      throw new UserError("%s is %d; it must be %d at least.".formatted(option, value, least));
    }
  }

  /**
   * Checks a number.
   *
   * @throws UserError when it is less or more
   */
  static void between(long least, long most, String option, long value) {
    if (value < least || value > most) {
      throw new UserError(
          "%s is %d; it must be between %d and %d.".formatted(option, value, least, most));
    }
  }
}
