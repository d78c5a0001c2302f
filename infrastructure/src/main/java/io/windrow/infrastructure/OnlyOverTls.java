package io.windrow.infrastructure;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.dynamodb.CfnTable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The refusal of plain HTTP by tables and their streams. Kinesis has no endpoint without TLS,
 * DynamoDB has two (AWS General Reference), and a table's policy does not hold for its stream
 * (Amazon DynamoDB Developer Guide, "Using resource-based policies for DynamoDB").
 */
final class OnlyOverTls {
  private static final String CONDITION = "OnAws";

  /** LocalStack's, which can't make a table whose stream has a policy. */
  private static final String LOCAL_ACCOUNT = "000000000000";

  private OnlyOverTls() {}

  /** The policy can't name what it is part of. */
  static PolicyDocument policy() {
    PolicyStatement deny =
        PolicyStatement.Builder.create()
            .sid("OnlyOverTls")
            .effect(Effect.DENY)
            .principals(List.of(new AnyPrincipal()))
            .actions(List.of("dynamodb:*"))
            .resources(List.of("*"))
            .conditions(Map.of("Bool", Map.of("aws:SecureTransport", "false")))
            .build();
    return PolicyDocument.Builder.create().statements(List.of(deny)).build();
  }

  /** Gives the stream of a table, if it has one, the same policy. */
  static void ofStream(Construct scope, Table table) {
    if (table.getTableStreamArn() == null) {
      return;
    }
    ((CfnTable) table.getNode().getDefaultChild())
        .addPropertyOverride(
            "StreamSpecification.ResourcePolicy",
            Fn.conditionIf(
                onAws(scope).getLogicalId(), Map.of("PolicyDocument", policy()), Aws.NO_VALUE));
  }

  private static CfnCondition onAws(Construct scope) {
    return scope.getNode().tryFindChild(CONDITION) instanceof CfnCondition made
        ? made
        : CfnCondition.Builder.create(scope, CONDITION)
            .expression(Fn.conditionNot(Fn.conditionEquals(Aws.ACCOUNT_ID, LOCAL_ACCOUNT)))
            .build();
  }
}
