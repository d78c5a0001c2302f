package io.windrow.plan;

import io.windrow.contract.Rule;
import io.windrow.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked definition of a pipeline: its parts in the order that an event travels. Every
 * expression in it fits the contract.
 *
 * @param keep false for an event that is filtered; null to keep all
 */
public record Definition(
    String name,
    StreamSource source,
    ContractFile contract,
    TimeDefinition time,
    List<Clean> clean,
    List<Rule> rules,
    @Nullable Expression keep,
    List<Lookup> enrich,
    List<ViewDefinition> views,
    List<Alert> alerts) {
  public Definition {
    clean = List.copyOf(clean);
    rules = List.copyOf(rules);
    enrich = List.copyOf(enrich);
    views = List.copyOf(views);
    alerts = List.copyOf(alerts);
  }
}
