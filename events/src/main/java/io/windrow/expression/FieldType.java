package io.windrow.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a field may hold, as far as the contract says. */
public sealed interface FieldType {

  /** {@code true} or {@code false}. */
  record Bool() implements FieldType {}

  /** A whole number of 64 bits. */
  record Int() implements FieldType {}

  /** A decimal number. */
  @SuppressWarnings("JavaLangClash") // JSON Schema's word, never written without FieldType
  record Number() implements FieldType {}

  /** A string. */
  record Text() implements FieldType {}

  /** A list of one kind of element. */
  record ListOf(FieldType element) implements FieldType {}

  /**
   * An object.
   *
   * @param open whether it may have fields that are not declared
   */
  record ObjectOf(Map<String, FieldType> fields, boolean open) implements FieldType {
    public ObjectOf {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether nothing is known of its fields, so that any may be read. */
    public boolean unknown() {
      return open && fields.isEmpty();
    }
  }

  /** An object of any names, whose values have one type. */
  record MapOf(FieldType value) implements FieldType {}

  /** A value of the type, or JSON's {@code null}. */
  record OrNull(FieldType type) implements FieldType {}

  /** Anything. */
  record Any() implements FieldType {}

  /** The type without {@code null}. */
  default FieldType withoutNull() {
    return this instanceof OrNull nullable ? nullable.type() : this;
  }
}
