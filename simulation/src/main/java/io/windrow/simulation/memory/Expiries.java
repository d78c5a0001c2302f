package io.windrow.simulation.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The times to live of items, as DynamoDB keeps them: an item vanishes some time after its own. */
final class Expiries<K> {
  private final Map<K, Long> expiries = new LinkedHashMap<>();

  /** Gives an item its time to live, unless it has one. */
  void put(K key, long at) {
    expiries.putIfAbsent(key, at);
  }

  /** An item that is put again has none. */
  void clear(K key) {
    expiries.remove(key);
  }

  boolean has(K key) {
    return expiries.containsKey(key);
  }

  /**
   * Deletes some of those that have expired.
   *
   * @param vanishes asked for each whether it is time
   */
  void delete(long now, BooleanSupplier vanishes, Consumer<K> delete) {
    expiries
        .entrySet()
        .removeIf(
            expiry -> {
              boolean gone = expiry.getValue() <= now && vanishes.getAsBoolean();
              if (gone) {
                delete.accept(expiry.getKey());
              }
              return gone;
            });
  }
}
