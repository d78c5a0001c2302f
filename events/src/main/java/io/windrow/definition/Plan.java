package io.windrow.definition;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.Aggregates;
import io.windrow.view.View;
import java.util.List;
import java.util.Map;

/**
 * A checked definition as functions load it: nothing in it is parsed or checked again.
 *
 * @param generation which deploy of the pipeline it is; each takes the next
 * @param fingerprints by view
 */
public record Plan(long generation, Definition definition, Map<String, String> fingerprints) {
  public Plan {
    fingerprints = Map.copyOf(fingerprints);
  }

  /** The plan of a definition. */
  public static Plan of(Definition definition, long generation) {
    return new Plan(generation, definition, Fingerprints.of(definition));
  }

  /** The views, ready to count. */
  public List<View> views() {
    return definition.views().stream().map(this::view).toList();
  }

  private View view(ViewDefinition view) {
    return new View(
        view.name(),
        fingerprint(view.name()),
        view.by().stream().map(by -> new View.Field(by.name(), by.value())).toList(),
        view.window(),
        view.compute().stream().map(Plan::computed).toList());
  }

  private String fingerprint(String view) {
    String fingerprint = fingerprints.get(view);
    if (fingerprint == null) {
      throw new IllegalStateException("the plan has no fingerprint of its view '" + view + "'");
    }
    return fingerprint;
  }

  private static View.Computed computed(ViewDefinition.Compute value) {
    Aggregate<?> aggregate =
        Aggregates.named(value.aggregate())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the plan names the aggregate '"
                            + value.aggregate()
                            + "', which this version of Windrow does not have; it has "
                            + Aggregates.names()));
    return new View.Computed(value.name(), aggregate, value.arguments());
  }
}
