package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldPathTest {
  @Test
  void aPathLeadsThroughObjects() {
    Map<String, Object> fields = Map.of("properties", Map.of("mag", 5L), "id", "x");

    assertThat(FieldPath.of("properties.mag").in(fields)).isEqualTo(5L);
    assertThat(FieldPath.of("id").in(fields)).isEqualTo("x");
  }

  @Test
  void whereNoObjectIsThereIsNoField() {
    Map<String, Object> fields = Map.of("id", "x", "list", List.of(Map.of("a", 1L)));

    assertThat(FieldPath.of("id.length").in(fields)).isNull();
    assertThat(FieldPath.of("list.a").in(fields)).isNull();
    assertThat(FieldPath.of("none.at.all").in(fields)).isNull();
  }

  @Test
  void aPathIsAnEscapedJsonPointer() {
    assertThat(FieldPath.of("properties.mag").pointer()).isEqualTo("/properties/mag");
    assertThat(new FieldPath(List.of("a/b~c")).pointer()).isEqualTo("/a~1b~0c");
  }
}
