package io.windrow.local.command;

/** Something that the person at the keyboard can put right: a sentence that says what and where. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message);
  }
}
