package io.windrow.dynamodb;

/** What lies at the bottom of an exception that reflection wrapped. */
final class Causes {
  private Causes() {}

  static String sentence(Throwable wrapped) {
    Throwable root = wrapped;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
