package io.windrow.plan;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.Aggregates;
import io.windrow.view.View;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checked definition as functions load it: nothing in it is parsed or checked again.
 *
 * @param generation which deploy of the pipeline it is; each takes the next
 * @param fingerprints by view
 * @param plugIns those that the definition may name
 */
public record Plan(
    long generation, Definition definition, Map<String, String> fingerprints, PlugIns plugIns) {
  public Plan {
    fingerprints = Map.copyOf(fingerprints);
  }

  /** The plan of a definition. */
  public static Plan of(Definition definition, long generation) {
    return of(definition, generation, PlugIns.NONE);
  }

  /** The plan of a definition that names plug-ins. */
  public static Plan of(Definition definition, long generation, PlugIns plugIns) {
    return new Plan(generation, definition, Fingerprints.of(definition, plugIns), plugIns);
  }

  /** The plug-ins that the definition names, in order. */
  public Set<PlugInUse> plugInUses() {
    return new PlugInUses(definition, plugIns).all();
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
        view.compute().stream().map(this::computed).toList());
  }

  private String fingerprint(String view) {
    String fingerprint = fingerprints.get(view);
    if (fingerprint == null) {
      throw new IllegalStateException("the plan has no fingerprint of its view '" + view + "'");
    }
    return fingerprint;
  }

  private View.Computed computed(ViewDefinition.Compute value) {
    Aggregate<?> aggregate =
        plugIns
            .aggregate(value.aggregate())
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
