package io.windrow.aggregate;

import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event gives an aggregate. */
record Input(List<@Nullable Object> arguments, long time, Position position) {

  @Nullable Object argument() {
    return arguments.get(0);
  }
}
