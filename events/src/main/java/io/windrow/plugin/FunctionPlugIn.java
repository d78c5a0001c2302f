package io.windrow.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of expressions: {@code clean: { site: NAME(event.url) }}. */
public interface FunctionPlugIn extends PlugIn {

  /** The types of its arguments; a call with others is an error of the definition. */
  List<ValueType> parameters();

  /** The type of its value. */
  ValueType result();

  /**
   * Its value, such as {@link EventValues} takes.
   *
   * @param arguments as many as it has parameters; one that is JSON's null is null
   * @throws Exception when it has none: the expression has no value then, and the record gets the
   *     reason of the place where the expression stands, such as {@code clean.site}
   */
  @Nullable Object call(List<@Nullable Object> arguments) throws Exception;
}
