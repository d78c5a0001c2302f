package io.windrow.aggregate;

import io.windrow.plugin.PlugIn;

/**
 * An aggregate of one's own: {@code compute: { x: NAME(price) }}. That it is a monoid is what
 * results are exact by; {@link AggregateLaws} tests it.
 */
public interface AggregatePlugIn extends PlugIn {

  /** What it may be given; its name is what a definition calls it. */
  Signature signature();

  /**
   * The aggregate. An event on which it throws alone is rejected with {@code view.NAME}; on what it
   * has taken alone, it must not throw in any state.
   */
  Aggregate<?> aggregate();

  @Override
  default String name() {
    return signature().name();
  }
}
