package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a checked expression.
 *
 * <p>Written as JSON it is an array: its tag, then its parts, then what else it has. {@link
 * NodeReader} reads what {@link #write} writes.
 */
public sealed interface Node {
  /** What its JSON begins with. */
  String tag();

  /** Its own parts. */
  List<Node> parts();

  /** Its closure. */
  Evaluable compile(Bindings bindings);

  /** The field of the event that it is, if it is nothing but one. */
  default Optional<FieldPath> fieldPath() {
    return Optional.empty();
  }

  /** Whether its value is the same on every event, if some locals are given. */
  default boolean isConstant(Set<String> locals) {
    return parts().stream().allMatch(part -> part.isConstant(locals));
  }

  /**
   * Its value, if it is constant.
   *
   * @throws ExpressionException when it has none
   */
  default @Nullable Object constantValue() {
    Bindings bindings = Bindings.with(new PlugInFunctions(Map.of()));
    Evaluable closure = compile(bindings);
    Frame frame = Frame.ofConstants(bindings.slots());
    try {
      return closure.evaluate(frame);
    } catch (Frame.Exhausted e) {
      throw new TooManyStepsException(Frame.FREE_STEPS);
    }
  }

  /** How many nodes it has: about the steps that its value takes, apart from what is paid for. */
  default int weight() {
    return 1 + parts().stream().mapToInt(Node::weight).sum();
  }

  /** Its JSON. */
  default ArrayNode write() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode().add(tag());
    parts().forEach(part -> json.add(part.write()));
    return json;
  }

  /** Its closure; what is the same on every event is evaluated now. */
  default Evaluable closure(Bindings bindings) {
    Evaluable closure = compile(bindings);
    if (!isConstant(Set.of())) {
      return closure;
    }
    try {
      Object value = closure.evaluate(Frame.ofConstants(bindings.slots()));
      return frame -> value;
    } catch (ExpressionException | Frame.Exhausted e) {
      return closure;
    }
  }

  static Evaluable[] closures(List<Node> nodes, Bindings bindings) {
    return nodes.stream().map(node -> node.closure(bindings)).toArray(Evaluable[]::new);
  }

  /** The whole event: {@code event}. */
  record Event() implements Node {
    static final String TAG = "event";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public boolean isConstant(Set<String> locals) {
      return false;
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      bindings.readsEvent();
      return Frame::fields;
    }
  }

  /** A field of an object: {@code event.price}. */
  record Field(Node of, String name) implements Node {
    static final String TAG = "field";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      String path = path();
      if (of instanceof Event) {
        bindings.readsField(name);
        return frame -> read(frame.fields(), path);
      }
      Evaluable object = of.closure(bindings);
      return frame -> read(object(object.evaluate(frame), path), path);
    }

    /** Its closure for {@code has}: null where the field, or an object on the way, is absent. */
    Evaluable compileLeniently(Bindings bindings) {
      if (of instanceof Event) {
        bindings.readsField(name);
        return frame -> frame.fields().get(name);
      }
      Evaluable object =
          of instanceof Field parent ? parent.compileLeniently(bindings) : of.closure(bindings);
      return frame -> object.evaluate(frame) instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private @Nullable Object read(Map<?, ?> object, String path) {
      Object value = object.get(name);
      if (value == null && !object.containsKey(name)) {
        throw new AbsentFieldException(path);
      }
      return value;
    }

    private static Map<?, ?> object(@Nullable Object value, String path) {
      if (value == null) {
        throw new AbsentFieldException(path);
      }
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw new ExpressionException(path + ": only an object has fields, found " + Kind.of(value));
    }

    private String path() {
      return of instanceof Field parent ? parent.path() + "." + name : name;
    }

    @Override
    public Optional<FieldPath> fieldPath() {
      if (of instanceof Event) {
        boolean isRecord = name.equals(RecordVariable.KEY);
        return isRecord ? Optional.empty() : Optional.of(new FieldPath(List.of(name)));
      }
      return of.fieldPath().map(object -> object.to(name));
    }

    @Override
    public ArrayNode write() {
      return Node.super.write().add(name);
    }
  }

  /** Whether an object has a field, if only with a null: {@code has(event.price)}. */
  record Has(Node of, String name) implements Node {
    static final String TAG = "has";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      if (of instanceof Event) {
        bindings.readsField(name);
        return frame -> frame.fields().containsKey(name);
      }
      Evaluable object =
          of instanceof Field field ? field.compileLeniently(bindings) : of.closure(bindings);
      return frame -> object.evaluate(frame) instanceof Map<?, ?> map && map.containsKey(name);
    }

    @Override
    public ArrayNode write() {
      return Node.super.write().add(name);
    }
  }

  /** A variable of a fold. */
  record Local(String name) implements Node {
    static final String TAG = "local";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public boolean isConstant(Set<String> locals) {
      return locals.contains(name);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      int slot = bindings.slotOf(name);
      return frame -> {
        Object value = frame.local(slot);
        if (value instanceof ExpressionException failure) {
          throw failure;
        }
        return value;
      };
    }

    @Override
    public ArrayNode write() {
      return Node.super.write().add(name);
    }
  }

  /** A constant of an expression. */
  record Literal(@Nullable Object value) implements Node {
    static final String TAG = "literal";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      return frame -> value;
    }

    /** A decimal is written as text, so that it keeps every digit and is not taken for an int. */
    @Override
    public ArrayNode write() {
      ArrayNode json = Node.super.write().add(Kind.of(value));
      if (value instanceof BigDecimal decimal) {
        return json.add(decimal.toString());
      }
      if (value instanceof Boolean bool) {
        return json.add(bool);
      }
      if (value instanceof Bytes bytes) {
        return json.add(bytes.content());
      }
      return value instanceof Long whole ? json.add(whole) : json.add((String) value);
    }
  }

  /** A value that the contract calls an integer, as an int, also if it was written as 5.0. */
  record AsInt(Node of) implements Node {
    static final String TAG = "int";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable value = of.closure(bindings);
      return frame -> whole(value.evaluate(frame));
    }

    private static @Nullable Object whole(@Nullable Object value) {
      return value instanceof BigDecimal decimal ? Arithmetic.whole(decimal) : value;
    }

    @Override
    public Optional<FieldPath> fieldPath() {
      return of.fieldPath();
    }
  }

  /** A value that the contract calls a number, as a decimal, also if it was written as 5. */
  record AsDecimal(Node of) implements Node {
    static final String TAG = "number";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable value = of.closure(bindings);
      return frame -> {
        Object read = value.evaluate(frame);
        return read instanceof Long whole ? BigDecimal.valueOf(whole) : read;
      };
    }

    @Override
    public Optional<FieldPath> fieldPath() {
      return of.fieldPath();
    }
  }

  /**
   * The value of an expression whose type is not known, and which has parts that no field of an
   * event can hold.
   */
  record Storable(Node of) implements Node {
    static final String TAG = "storable";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable value = of.closure(bindings);
      return frame -> checked(frame, value.evaluate(frame));
    }

    private static @Nullable Object checked(Frame frame, @Nullable Object value) {
      if (value instanceof Instant || value instanceof Duration || value instanceof Bytes) {
        throw new ExpressionException("a field cannot hold a " + Kind.of(value));
      }
      frame.spend(1);
      if (value instanceof List<?> list) {
        list.forEach(element -> checked(frame, element));
      } else if (value instanceof Map<?, ?> map) {
        map.values().forEach(part -> checked(frame, part));
      }
      return value;
    }
  }

  /** {@code left && right}: false if either is, even if the other has no value. */
  record And(Node left, Node right) implements Node {
    static final String TAG = "and";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      return Logic.decidedBy(false, left.closure(bindings), right.closure(bindings));
    }
  }

  /** {@code left || right}: true if either is, even if the other has no value. */
  record Or(Node left, Node right) implements Node {
    static final String TAG = "or";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      return Logic.decidedBy(true, left.closure(bindings), right.closure(bindings));
    }
  }

  /**
   * False only if its operand is: where the operand has no value, it is true, and the fold that
   * asks goes on to look for an element that decides (CEL language definition, "Macros").
   */
  record Absorbing(Node of) implements Node {
    static final String TAG = "not-false";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(of);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable operand = of.closure(bindings);
      return frame -> {
        try {
          return !Boolean.FALSE.equals(operand.evaluate(frame));
        } catch (ExpressionException absorbed) {
          return true;
        }
      };
    }
  }

  /** {@code condition ? then : otherwise}. */
  record Choice(Node condition, Node then, Node otherwise) implements Node {
    static final String TAG = "if";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(condition, then, otherwise);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable test = condition.closure(bindings);
      Evaluable yes = then.closure(bindings);
      Evaluable no = otherwise.closure(bindings);
      return frame -> (Logic.bool(test.evaluate(frame)) ? yes : no).evaluate(frame);
    }
  }

  /** {@code [a, b]}. */
  record ListOf(List<Node> parts) implements Node {
    static final String TAG = "list";

    public ListOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable[] elements = closures(parts, bindings);
      return frame -> Collections.unmodifiableList(Arrays.asList(Evaluable.all(elements, frame)));
    }
  }

  /**
   * {@code {'a': 1}}.
   *
   * @param parts each key followed by its value
   */
  record MapOf(List<Node> parts) implements Node {
    static final String TAG = "map";

    public MapOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable[] entries = closures(parts, bindings);
      return frame -> {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
          Object key = Containers.key(frame, entries[i].evaluate(frame));
          if (map.containsKey(key)) {
            throw new ExpressionException(
                "a map has the key " + Kind.shown(key.toString()) + " twice",
                "a map has one key twice");
          }
          map.put(key, entries[i + 1].evaluate(frame));
        }
        return Collections.unmodifiableMap(map);
      };
    }
  }

  /**
   * What CEL's macros {@code all}, {@code exists}, {@code exists_one}, {@code map} and {@code
   * filter} stand for: a variable takes each element of a list or key of a map in turn, and an
   * accumulator takes the value of a step, as long as a condition holds (CEL's {@code
   * Expr.Comprehension}).
   */
  record Fold(
      Node range,
      Node initial,
      Node condition,
      Node step,
      Node result,
      String variable,
      String accumulator)
      implements Node {
    static final String TAG = "fold";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<Node> parts() {
      return List.of(range, initial, condition, step, result);
    }

    @Override
    public boolean isConstant(Set<String> locals) {
      Set<String> inner = new HashSet<>(locals);
      inner.add(variable);
      inner.add(accumulator);
      return range.isConstant(locals)
          && initial.isConstant(locals)
          && condition.isConstant(inner)
          && step.isConstant(inner)
          && result.isConstant(inner);
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Bindings outer = bindings.with(accumulator);
      Bindings inner = outer.with(variable);
      return new Folding(
          range.closure(bindings),
          initial.closure(bindings),
          condition.closure(inner),
          step.closure(inner),
          result.closure(outer),
          inner.slotOf(variable),
          inner.slotOf(accumulator),
          condition.weight() + step.weight());
    }

    @Override
    public ArrayNode write() {
      return Node.super.write().add(variable).add(accumulator);
    }
  }

  /**
   * An operator or function of CEL.
   *
   * @param parts the receiver first, if it has one, and its arguments
   */
  record Call(String function, List<Node> parts) implements Node {
    static final String TAG = "call";

    public Call {
      parts = List.copyOf(parts);
    }

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      Evaluable[] arguments = closures(parts, bindings);
      if (function.equals(Patterns.FUNCTION)) {
        Object pattern = arguments[1].evaluate(Frame.ofConstants(bindings.slots()));
        return unary(Patterns.matching(pattern), arguments[0]);
      }
      return switch (arguments.length) {
        case 1 -> unary(Core.unary(function), arguments[0]);
        case 2 -> binary(Core.binary(function), arguments[0], arguments[1]);
        default -> several(Core.several(function, arguments.length), arguments);
      };
    }

    private static Evaluable unary(Core.Unary operation, Evaluable of) {
      return frame -> operation.apply(frame, of.evaluate(frame));
    }

    private static Evaluable binary(Core.Binary operation, Evaluable left, Evaluable right) {
      return frame -> operation.apply(frame, left.evaluate(frame), right.evaluate(frame));
    }

    private static Evaluable several(Core.Several operation, Evaluable[] arguments) {
      return frame -> operation.apply(frame, Evaluable.all(arguments, frame));
    }

    @Override
    public ArrayNode write() {
      ArrayNode json = JsonNodeFactory.instance.arrayNode().add(TAG).add(function);
      parts.forEach(part -> json.add(part.write()));
      return json;
    }
  }

  /** A function of a plug-in. */
  record Own(String function, List<Node> parts) implements Node {
    static final String TAG = "own";

    public Own {
      parts = List.copyOf(parts);
    }

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public boolean isConstant(Set<String> locals) {
      return false;
    }

    @Override
    public Evaluable compile(Bindings bindings) {
      FunctionPlugIn called = bindings.own(function);
      Evaluable[] arguments = closures(parts, bindings);
      return frame -> PlugInFunctions.call(called, Evaluable.all(arguments, frame));
    }

    @Override
    public ArrayNode write() {
      ArrayNode json = JsonNodeFactory.instance.arrayNode().add(TAG).add(function);
      parts.forEach(part -> json.add(part.write()));
      return json;
    }
  }
}
