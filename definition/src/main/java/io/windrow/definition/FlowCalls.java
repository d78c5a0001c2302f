package io.windrow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Puts calls together again that YAML takes apart: between braces and square brackets a comma ends
 * a plain text, so {@code { p95: quantile(price, 0.95) }} holds the text {@code quantile(price} and
 * the key {@code 0.95)}.
 */
final class FlowCalls {
  private FlowCalls() {}

  static List<NodeTuple> tuples(SourceText source, MappingNode mapping) {
    if (mapping.getFlowStyle() != FlowStyle.FLOW) {
      return mapping.getValue();
    }
    List<NodeTuple> whole = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int last = whole.size() - 1;
      Optional<Node> joined =
          last >= 0 && isEmpty(tuple.getValueNode())
              ? join(source, whole.get(last).getValueNode(), tuple.getKeyNode())
              : Optional.empty();
      joined.ifPresentOrElse(
          call -> whole.set(last, new NodeTuple(whole.get(last).getKeyNode(), call)),
          () -> whole.add(tuple));
    }
    return whole;
  }

  static <T> List<T> items(SourceText source, SequenceNode sequence, Function<Node, T> convert) {
    List<Node> whole = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      int last = whole.size() - 1;
      Optional<Node> joined =
          last >= 0 && sequence.getFlowStyle() == FlowStyle.FLOW
              ? join(source, whole.get(last), item)
              : Optional.empty();
      joined.ifPresentOrElse(call -> whole.set(last, call), () -> whole.add(item));
    }
    return whole.stream().map(convert).toList();
  }

  private static Optional<Node> join(SourceText source, Node open, Node rest) {
    if (!isPlain(open) || !isPlain(rest) || Calls.isWhole(((ScalarNode) open).getValue())) {
      return Optional.empty();
    }
    Mark start = YamlTree.startOf(open);
    Mark end = rest.getEndMark().orElseThrow();
    String text = source.between(source.indexOf(start), source.indexOf(end));
    return Optional.of(
        new ScalarNode(
            Tag.STR, true, text, ScalarStyle.PLAIN, Optional.of(start), Optional.of(end)));
  }

  private static boolean isPlain(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain();
  }

  private static boolean isEmpty(Node node) {
    return isPlain(node) && ((ScalarNode) node).getValue().isEmpty();
  }
}
