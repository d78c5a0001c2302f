package io.windrow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.plugin.FunctionPlugIn;
import java.util.Map;

/**
 * The form in which a plan holds a checked expression: {@code {"text", "type", "tree"}}.
 *
 * <p>What it reads is neither parsed nor checked again, so that a function that loads a plan has no
 * need of the CEL library.
 */
public final class ExpressionTrees {
  private final PlugInFunctions own;

  public ExpressionTrees() {
    this(Map.of());
  }

  /** Trees that may call functions of plug-ins, by name. */
  public ExpressionTrees(Map<String, FunctionPlugIn> own) {
    this.own = new PlugInFunctions(own);
  }

  /**
   * The JSON of an expression.
   *
   * @throws IllegalArgumentException when it was made neither by the check of expressions nor by
   *     {@link #read}
   */
  public ObjectNode write(Expression expression) {
    if (!(expression instanceof CheckedExpression checked)) {
      throw new IllegalArgumentException(
          "only an expression that was compiled from CEL has a tree: " + expression.text());
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", checked.text()).put("type", checked.type());
    json.set("tree", checked.tree().write());
    return json;
  }

  /**
   * The expression that was written.
   *
   * @throws IllegalArgumentException when it has a part that this version does not know
   */
  public Expression read(JsonNode json) {
    return new CheckedExpression(
        json.path("text").asText(),
        json.path("type").asText(),
        NodeReader.read(json.path("tree")),
        own);
  }
}
