package io.windrow.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import io.windrow.plugin.ValueType;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlugInLoaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"not a name", "taken"})
  void namesThatCannotBeAreRefused(String name) {
    PlugInLoader loader = new PlugInLoader("function", NameForm.IDENTIFIER, "taken");

    assertThatThrownBy(() -> loader.add(new HashMap<>(), new Named(name)))
        .isInstanceOf(PlugInException.class)
        .hasMessageStartingWith("the function '" + name + "' (" + Named.class.getName());
  }

  private record Named(String name) implements FunctionPlugIn {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<ValueType> parameters() {
      return List.of();
    }

    @Override
    public ValueType result() {
      return ValueType.DYN;
    }

    @Override
    public Object call(List<@Nullable Object> arguments) {
      return "";
    }
  }
}
