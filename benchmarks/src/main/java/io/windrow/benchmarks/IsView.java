package io.windrow.benchmarks;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of a plug-in: whether an event of ad-clicks is a view. */
public final class IsView implements FunctionPlugIn {
  @Override
  public String name() {
    return "isView";
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
  public Object call(List<@Nullable Object> arguments) {
    return "view".equals(arguments.get(0));
  }
}
