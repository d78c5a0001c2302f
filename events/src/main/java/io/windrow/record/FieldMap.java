package io.windrow.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map of a few fields, in the order in which they were put: two arrays that are searched from the
 * start, which for events is faster to make and to ask than a table of hashes.
 */
public final class FieldMap extends AbstractMap<String, @Nullable Object> {
  private static final int FEW = 64;

  private @Nullable String[] names;
  private @Nullable Object[] values;
  private int size;

  /** A map with room for so many fields; it grows when it must. */
  public FieldMap(int room) {
    this.names = new String[room];
    this.values = new Object[room];
  }

  /** A copy that may grow; of more fields than are searched in a moment, a table of hashes. */
  public static Map<String, @Nullable Object> copyOf(
      Map<String, ? extends @Nullable Object> fields, int more) {
    if (fields.size() > FEW) {
      return new LinkedHashMap<>(fields);
    }
    FieldMap copy = new FieldMap(fields.size() + more);
    fields.forEach(copy::append);
    return copy;
  }

  /** Adds a field whose name the map does not have. */
  public void append(String name, @Nullable Object value) {
    if (size == names.length) {
      int room = 2 * size + 2;
      names = Arrays.copyOf(names, room);
      values = Arrays.copyOf(values, room);
    }
    names[size] = name;
    values[size] = value;
    size++;
  }

  private int find(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (Objects.equals(names[i], name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    int at = find(name);
    if (at < 0) {
      append(name, value);
      return null;
    }
    Object before = values[at];
    values[at] = value;
    return before;
  }

  @Override
  public @Nullable Object remove(@Nullable Object name) {
    int at = find(name);
    if (at < 0) {
      return null;
    }
    Object before = values[at];
    size--;
    System.arraycopy(names, at + 1, names, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    return before;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(name(i), values[i]);
    }
  }

  private String name(int at) {
    return Objects.requireNonNull(names[at]);
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          if (next >= size) {
            throw new NoSuchElementException();
          }
          int at = next++;
          return new SimpleImmutableEntry<>(name(at), values[at]);
        }

        @Override
        public void remove() {
          next--;
          FieldMap.this.remove(name(next));
        }
      };
    }
  }
}
