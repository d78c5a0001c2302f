package io.windrow.local.lambda;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A function that kills the process that calls it, by {@code memory} or by {@code time}. */
public final class Kills implements FunctionPlugIn {
  private static final int BLOCK = 1 << 20;

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<ValueType> parameters() {
    return List.of(ValueType.STRING);
  }

  @Override
  public ValueType result() {
    return ValueType.BOOL;
  }

  @Override
  public @Nullable Object call(List<@Nullable Object> arguments) {
    if ("memory".equals(arguments.get(0))) {
      List<byte[]> all = new ArrayList<>();
      while (all.size() < Integer.MAX_VALUE) {
        all.add(new byte[BLOCK]);
      }
    }
    while ("time".equals(arguments.get(0))) {
      LockSupport.parkNanos(1_000_000);
    }
    return false;
  }
}
