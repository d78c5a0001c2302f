package io.windrow.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (and JSON, which is YAML) into nodes that know their places. */
final class YamlTree {
  private static final Map<Tag, Node.Kind> KINDS =
      Map.of(
          Tag.STR, Node.Kind.TEXT,
          Tag.INT, Node.Kind.NUMBER,
          Tag.FLOAT, Node.Kind.NUMBER,
          Tag.BOOL, Node.Kind.BOOLEAN,
          Tag.NULL, Node.Kind.NOTHING);

  private static final String READABLE =
      "YAML 1.2 with quotes around a text that holds ': ', ' #' or brackets or begins with a sign";

  private final String file;
  private final SourceText source;
  private final Problems problems;
  private final IdentityHashMap<org.snakeyaml.engine.v2.nodes.Node, Node> converted =
      new IdentityHashMap<>();

  private YamlTree(String file, String text, Problems problems) {
    this.file = file;
    this.source = new SourceText(file, text);
    this.problems = problems;
  }

  /** The root of a file, or nothing if it cannot be read at all. */
  static Optional<Node> read(String file, String text, Problems problems) {
    return new YamlTree(file, text, problems).compose(text);
  }

  private Optional<Node> compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build();
    try {
      Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(new Place(file, 1, 1), "an empty file", "a pipeline's definition");
      }
      return root.map(this::convert);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(source::placeOf).orElse(new Place(file, 1, 1));
      problems.add(place, unreadable(e), READABLE);
    } catch (YamlEngineException e) {
      problems.add(
          new Place(file, 1, 1),
          "YAML that cannot be read: " + oneLine(String.valueOf(e.getMessage())),
          READABLE);
    } catch (StackOverflowError e) {
      problems.add(
          new Place(file, 1, 1), "lists or mappings in each other, too deep to be read", READABLE);
    }
    return Optional.empty();
  }

  private static String unreadable(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : oneLine(e.getContext());
    String problem = oneLine(e.getProblem());
    return "YAML that cannot be read: " + (context.isEmpty() ? problem : context + ", " + problem);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node) {
    Node known = converted.get(node);
    if (known != null) {
      return known;
    }
    Node made = make(node);
    converted.put(node, made);
    return made;
  }

  private Node make(org.snakeyaml.engine.v2.nodes.Node node) {
    Place place = source.placeOf(startOf(node));
    if (node.isRecursive()) {
      problems.add(place, "an alias to a value that it is part of", "a value of its own");
      return nothing(place);
    }
    if (node instanceof MappingNode mapping) {
      return new Node.Mapping(place, entries(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new Node.Listing(place, FlowCalls.items(source, sequence, this::convert));
    }
    return node instanceof ScalarNode scalar ? scalar(scalar, place) : nothing(place);
  }

  private Node.Scalar scalar(ScalarNode node, Place place) {
    Node.Kind kind = KINDS.get(node.getTag());
    if (kind == null) {
      problems.add(
          place,
          "the YAML tag " + node.getTag().getValue(),
          "a text, with quotes around it when it begins with '!'");
      String text = node.getTag().getValue() + " " + node.getValue();
      return new Node.Scalar(Node.Kind.TEXT, text, offset -> place);
    }
    int start = source.indexOf(startOf(node));
    return new Node.Scalar(
        kind,
        node.getValue(),
        new ScalarOrigin(source, start, node.getValue(), node.getScalarStyle()));
  }

  private List<Node.Entry> entries(MappingNode mapping) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple tuple : FlowCalls.tuples(source, mapping)) {
      Node key = convert(tuple.getKeyNode());
      Node value = convert(tuple.getValueNode());
      if (!(key instanceof Node.Scalar name)) {
        problems.add(key.place(), key.describe() + " as a key", "a text");
        continue;
      }
      Place first = seen.putIfAbsent(name.text(), name.place());
      if (first == null) {
        entries.add(new Node.Entry(name, value));
      } else {
        problems.add(
            name.place(),
            "the key '" + name.text() + "' again (first on line " + first.line() + ")",
            "each key once");
      }
    }
    return entries;
  }

  private static Node.Scalar nothing(Place place) {
    return new Node.Scalar(Node.Kind.NOTHING, "", offset -> place);
  }

  static Mark startOf(org.snakeyaml.engine.v2.nodes.Node node) {
    return node.getStartMark().orElseThrow(() -> new IllegalStateException("read without marks"));
  }
}
