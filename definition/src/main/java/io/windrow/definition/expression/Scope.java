package io.windrow.definition.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.expression.FieldType;
import io.windrow.expression.RecordVariable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that an expression may read, with their types. */
public final class Scope {
  private final FieldType.ObjectOf event;
  private final boolean unknown;
  private final boolean ofRecord;

  private Scope(FieldType.ObjectOf event, boolean unknown, boolean ofRecord) {
    this.event = event;
    this.unknown = unknown;
    this.ofRecord = ofRecord;
  }

  /** The fields of an event. */
  public static Scope of(FieldType.ObjectOf event) {
    return new Scope(event, event.unknown(), false);
  }

  /** The fields of the events that meet the contract, a JSON Schema. */
  public static Scope ofSchema(JsonNode contract) {
    return FieldTypes.ofSchema(contract) instanceof FieldType.ObjectOf event
        ? of(event)
        : of(new FieldType.ObjectOf(Map.of(), true));
  }

  /** The same scope with top-level fields added, or replaced where it has the name. */
  public Scope with(Map<String, FieldType> more) {
    Map<String, FieldType> fields = new LinkedHashMap<>(event.fields());
    fields.putAll(more);
    return new Scope(new FieldType.ObjectOf(fields, event.open()), unknown, ofRecord);
  }

  /** The same scope, in which {@code record} is the record that the event came in. */
  public Scope withRecord() {
    return new Scope(event, unknown, true);
  }

  /** Whether {@code record} is that; it is not where the event has a field of the name. */
  boolean hasRecord() {
    return ofRecord && !event.fields().containsKey(RecordVariable.NAME);
  }

  /** The type of the field at the path, or null if an expression may not read it. */
  public @Nullable FieldType typeOf(List<String> path) {
    FieldType type = event;
    for (String name : path) {
      FieldType object = type.withoutNull();
      type = type == event ? field(name) : fieldOf(object, name);
      if (type == null) {
        return null;
      }
    }
    return type;
  }

  /** The top-level fields by name. */
  public Map<String, FieldType> fields() {
    return Collections.unmodifiableMap(event.fields());
  }

  /** Whether the contract declares no field, so that {@code event} may hold any. */
  boolean unknown() {
    return unknown;
  }

  FieldType.ObjectOf event() {
    return event;
  }

  private @Nullable FieldType field(String name) {
    FieldType declared = event.fields().get(name);
    return declared == null && unknown ? new FieldType.Any() : declared;
  }

  static @Nullable FieldType fieldOf(FieldType type, String name) {
    if (type instanceof FieldType.ObjectOf object && !object.unknown()) {
      return object.fields().get(name);
    }
    if (type instanceof FieldType.MapOf map) {
      return map.value();
    }
    return type instanceof FieldType.Any || type instanceof FieldType.ObjectOf
        ? new FieldType.Any()
        : null;
  }
}
