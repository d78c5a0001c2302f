package io.windrow.aggregate;

import java.util.Set;

/**
 * What an aggregate may be given where a definition computes a value.
 *
 * @param types the CEL types that an argument may have, as {@link
 *     io.windrow.expression.Expression#type} writes them; {@code dyn} is checked on each event
 * @param usage the forms it may be written in, for error messages
 */
public record Signature(
    String name, int minArguments, int maxArguments, Set<String> types, String usage) {
  public Signature {
    types = Set.copyOf(types);
  }

  /** Of an aggregate of one number. */
  public static Signature ofNumber(String name) {
    return ofOne(name, "number", Set.of("int", "uint", "double", "dyn"));
  }

  /** Of an aggregate of one boolean, number or string. */
  public static Signature ofScalar(String name) {
    return ofOne(name, "value", Set.of("bool", "int", "uint", "double", "string", "dyn"));
  }

  private static Signature ofOne(String name, String argument, Set<String> types) {
    return new Signature(name, 1, 1, types, name + "(" + argument + ")");
  }
}
