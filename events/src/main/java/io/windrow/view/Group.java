package io.windrow.view;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Scalars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that the events of one row of a view share, in the order of its fields. Numbers of
 * equal value are equal, whatever digits they were written with.
 */
public final class Group implements Comparable<Group> {
  private final byte[] encoded;
  private final int hash;

  private Group(byte[] encoded) {
    this.encoded = encoded;
    this.hash = Arrays.hashCode(encoded);
  }

  /**
   * The group of these values.
   *
   * @throws IllegalArgumentException when a value is a list or a map
   */
  public static Group of(List<? extends @Nullable Object> values) {
    BinaryWriter out = new BinaryWriter();
    for (Object value : values) {
      out.writeValue(Scalars.canonical(value));
    }
    return new Group(out.toBytes());
  }

  /** The values, read anew each time: a million groups are kept, and few are looked at. */
  public List<@Nullable Object> values() {
    BinaryReader parts = new BinaryReader(encoded);
    List<@Nullable Object> values = new ArrayList<>();
    while (!parts.atEnd()) {
      values.add(parts.readValue());
    }
    return Collections.unmodifiableList(values);
  }

  /** How many bytes its values take in a delta. */
  public int size() {
    return encoded.length;
  }

  public void encode(BinaryWriter out) {
    out.writeBytes(encoded);
  }

  public static Group decode(BinaryReader in) {
    return new Group(in.readBytes());
  }

  /** By encoded bytes: an order that is the same everywhere, and means nothing. */
  @Override
  public int compareTo(Group other) {
    return Arrays.compareUnsigned(encoded, other.encoded);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Group group && Arrays.equals(encoded, group.encoded);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
