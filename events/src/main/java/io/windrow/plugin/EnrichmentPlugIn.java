package io.windrow.plugin;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are computed, or come with its jar: {@code enrich: [{ plugin: NAME, key: ip,
 * take: [country] }]}. What changes without a new version belongs in a DynamoDB table instead.
 */
public interface EnrichmentPlugIn extends PlugIn {

  /** The columns that a row may have, and that a definition may take. */
  Set<String> columns();

  /**
   * The row of a key, in values that {@link EventValues} takes; null if it has none.
   *
   * @param key a boolean, a {@link Long}, a {@link java.math.BigDecimal} or a string
   * @throws Exception when it can't be told: the record is rejected with {@code enrich.failed}
   */
  @Nullable Map<String, ? extends @Nullable Object> row(Object key) throws Exception;
}
