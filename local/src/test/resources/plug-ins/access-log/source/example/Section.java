package example;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.ValueType;
import java.util.List;

/** The first part of a path: {@code section('/shop/cart')} is {@code 'shop'}. */
public final class Section implements FunctionPlugIn {
  @Override
  public String name() {
    return "section";
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
  public Object call(List<Object> arguments) {
    String path = (String) arguments.get(0);
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with /");
    }
    return path.split("/")[1];
  }
}
