package io.windrow.dynamodb;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of the SQLite that DynamoDB Local stores in, which tells each connection on the standard
 * error. DynamoDB Local asks it for warnings only, but holds on to no logger, and {@code
 * java.util.logging} forgets the level of one that was collected: it is held here.
 */
final class SqliteLog {
  private static final Logger LOG = Logger.getLogger("com.almworks.sqlite4java");

  private SqliteLog() {}

  static void warningsOnly() {
    LOG.setLevel(Level.WARNING);
  }
}
