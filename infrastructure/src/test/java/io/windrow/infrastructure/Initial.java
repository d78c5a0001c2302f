package io.windrow.infrastructure;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first letter of a text: a plug-in. */
public final class Initial implements FunctionPlugIn {
  @Override
  public String name() {
    return "initial";
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
    return ValueType.STRING;
  }

  @Override
  public @Nullable Object call(List<@Nullable Object> arguments) {
    return String.valueOf(arguments.get(0)).substring(0, 1);
  }
}
