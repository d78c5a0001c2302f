package io.windrow.window;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A mark each millisecond.
 *
 * @param offset how long after the epoch the first one is
 */
public record EvenScale(long offset) implements Scale {
  /** Marks that begin with the epoch. */
  public static final EvenScale EPOCH = new EvenScale(0);

  public EvenScale {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset needs to be 0 or more, found " + offset);
    }
  }

  @Override
  public long number(long time) {
    return time - offset;
  }

  @Override
  public long time(long number) {
    return number + offset;
  }

  @Override
  public long usual() {
    return 1;
  }

  @Override
  public long least(long marks) {
    return marks;
  }

  @Override
  public @Nullable ZoneId zone() {
    return null;
  }
}
