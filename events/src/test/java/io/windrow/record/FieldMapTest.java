package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldMapTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

  @Test
  void itIsTheMapThatALinkedHashMapIs() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 2_000; round++) {
      FieldMap map = new FieldMap(random.nextInt(3));
      Map<String, @Nullable Object> model = new LinkedHashMap<>();
      for (int step = 0; step < 12; step++) {
        changeBoth(map, model, random);
        assertThat(map).isEqualTo(model).hasSameSizeAs(model);
        assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(model.keySet()));
        assertThat(FieldMap.copyOf(map, 1)).isEqualTo(model);
        NAMES.forEach(
            name -> {
              assertThat(map.containsKey(name)).isEqualTo(model.containsKey(name));
              assertThat(map.get(name)).isEqualTo(model.get(name));
            });
      }
    }
  }

  private static void changeBoth(
      Map<String, @Nullable Object> map,
      Map<String, @Nullable Object> model,
      SplittableRandom random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    switch (random.nextInt(4)) {
      case 0 -> assertThat(map.remove(name)).isEqualTo(model.remove(name));
      case 1 -> assertThat(map.put(name, null)).isEqualTo(model.put(name, null));
      case 2 -> {
        removeFirst(map);
        removeFirst(model);
      }
      default -> {
        Object value = random.nextLong();
        assertThat(map.put(name, value)).isEqualTo(model.put(name, value));
      }
    }
  }

  private static void removeFirst(Map<String, @Nullable Object> map) {
    Iterator<String> names = map.keySet().iterator();
    if (names.hasNext()) {
      names.next();
      names.remove();
    }
  }
}
