package io.windrow.infrastructure;

import io.windrow.infrastructure.template.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/**
 * Reasons for what a rule of cdk-nag would find, in the metadata where cdk-nag reads them, so that
 * no one needs cdk-nag to use the construct.
 */
final class Nag {
  private static final String METADATA = "cdk_nag";
  private static final String RULES = "rules_to_suppress";

  private Nag() {}

  /** States why a finding at a construct's own resource is intended. */
  static void suppress(IConstruct construct, String rule, String reason) {
    add(construct, Sorted.<Object>map("id", rule, "reason", reason));
  }

  /**
   * States why a wildcard in a policy is intended.
   *
   * @param finding what cdk-nag calls it, as a regular expression
   */
  static void suppressWildcard(IConstruct policy, String finding, String reason) {
    Map<String, String> pattern = Map.of("regex", "/" + finding + "/");
    add(
        policy,
        Sorted.<Object>map(
            "id", "AwsSolutions-IAM5", "reason", reason, "applies_to", List.of(pattern)));
  }

  private static void add(IConstruct construct, Map<String, Object> rule) {
    CfnResource resource = (CfnResource) construct.getNode().getDefaultChild();
    List<Object> rules = new ArrayList<>();
    if (resource.getMetadata(METADATA) instanceof Map<?, ?> before
        && before.get(RULES) instanceof List<?> earlier) {
      rules.addAll(earlier);
    }
    rules.add(rule);
    resource.addMetadata(METADATA, Map.of(RULES, rules));
  }
}
