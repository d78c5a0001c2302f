package io.windrow.definition;

import java.util.Collection;

/** The words of which messages about unknown words are made. */
final class Words {
  private Words() {}

  /** The allowed words as a message lists them. */
  static String oneOf(Collection<String> allowed) {
    return allowed.isEmpty() ? "none" : "one of " + String.join(", ", allowed);
  }
}
