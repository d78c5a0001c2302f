package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.LibraryAlone;
import io.windrow.definition.expression.Scope;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every overload that the check of expressions knows is one that Windrow evaluates as the library
 * does, or one that the check refuses.
 */
class OverloadsTest {
  private static final int EVENTS = 300;
  private static final String NO_VALUE = "no value";

  /** Only the macros call these. */
  private static final Set<String> INTERNAL =
      Set.of("_in_", "__not_strictly_false__", "@not_strictly_false");

  private static final Map<String, String> OPERATORS =
      Map.of("!_", "!%s", "-_", "-(%s)", "_[_]", "%s[%s]", "_?_:_", "(%s ? %s : %s)");

  /** What a parameter of any type is tried with. */
  private static final List<CelType> ANY =
      List.of(SimpleType.INT, SimpleType.STRING, SimpleType.BOOL, SimpleType.TIMESTAMP);

  private static final List<String> PATTERNS = List.of("'a'", "'^[a-c]+$'", "'(b|é).?'", "''");

  private static final Pools POOLS = new Pools();
  private static final Scope SCOPE = Scope.of(new FieldType.ObjectOf(POOLS.types(), false));

  private static final LibraryAlone LIBRARY = new LibraryAlone(SCOPE);

  /** An overload as an expression calls it. */
  record Called(String overload, String text) {
    @Override
    public String toString() {
      return overload + " " + text;
    }
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void anOverloadGivesWhatTheLibraryGives(Called called) throws ExpressionSyntaxException {
    Expression expression = new Expressions().compile(called.text(), SCOPE);
    Random random = new Random(called.text().hashCode());
    int values = 0;
    for (int i = 0; i < EVENTS; i++) {
      Map<String, Object> event = POOLS.event(random);
      Object ours = ours(expression, event);
      Object judged = judged(called.text(), event);
      values += NO_VALUE.equals(ours) ? 0 : 1;
      assertThat(agree(called, event, ours, judged))
          .as("%s on %s: ours %s, the library %s", called, read(called, event), ours, judged)
          .isTrue();
    }
    assertThat(values).as("events on which %s has a value", called).isGreaterThan(EVENTS / 20);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anOverloadOnTypesThatWindrowLacksIsRefused(Called called) {
    ExpressionSyntaxException thrown =
        catchThrowableOfType(
            ExpressionSyntaxException.class, () -> new Expressions().compile(called.text(), SCOPE));
    assertThat(thrown).as(called.toString()).isNotNull();
    assertThat(thrown.problems())
        .anyMatch(
            problem ->
                problem.message().startsWith("there is no uint here")
                    || problem.message().startsWith("Windrow does not evaluate type()"));
  }

  @Test
  void everyOverloadIsComparedOrRefused() {
    Set<String> seen = new TreeSet<>();
    Stream.concat(evaluated(), refused()).forEach(called -> seen.add(called.overload()));
    assertThat(seen)
        .containsAll(
            declarations()
                .filter(function -> !INTERNAL.contains(function.name()))
                .flatMap(function -> function.overloads().stream())
                .map(CelOverloadDecl::overloadId)
                .toList());
  }

  static Stream<Called> evaluated() {
    return calls(false);
  }

  static Stream<Called> refused() {
    return calls(true);
  }

  private static Stream<Called> calls(boolean refused) {
    return declarations()
        .filter(function -> !INTERNAL.contains(function.name()))
        .flatMap(
            function ->
                function.overloads().stream()
                    .filter(overload -> isRefused(overload) == refused)
                    .flatMap(overload -> calls(function.name(), overload)));
  }

  private static boolean isRefused(CelOverloadDecl overload) {
    return overload.overloadId().equals("type")
        || Stream.concat(Stream.of(overload.resultType()), overload.parameterTypes().stream())
            .anyMatch(type -> type.kind() == CelKind.UINT);
  }

  private static Stream<CelFunctionDecl> declarations() {
    return Stream.concat(standard().stream(), LibraryAlone.extensions());
  }

  @SuppressWarnings("unchecked")
  private static Collection<CelFunctionDecl> standard() {
    try {
      Method all = CelStandardDeclarations.class.getDeclaredMethod("functionDecls");
      all.setAccessible(true);
      return (Collection<CelFunctionDecl>) all.invoke(CelStandardDeclarations.newBuilder().build());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the library hides what it declares", e);
    }
  }

  private static Stream<Called> calls(String function, CelOverloadDecl overload) {
    boolean ofMaps = overload.parameterTypes().stream().anyMatch(MapType.class::isInstance);
    boolean generic = overload.parameterTypes().stream().anyMatch(OverloadsTest::isGeneric);
    return (generic ? ANY : List.<CelType>of(SimpleType.INT))
        .stream()
            .filter(type -> !ofMaps || type.kind() != CelKind.TIMESTAMP)
            .flatMap(type -> texts(function, overload, arguments(function, overload, type), type))
            .map(text -> new Called(overload.overloadId(), text));
  }

  private static boolean isGeneric(CelType type) {
    return type.kind() == CelKind.TYPE_PARAM
        || type.parameters().stream().anyMatch(OverloadsTest::isGeneric);
  }

  private static List<String> arguments(String function, CelOverloadDecl overload, CelType any) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < overload.parameterTypes().size(); i++) {
      CelType type = overload.parameterTypes().get(i);
      boolean isZone = overload.overloadId().endsWith("_with_tz") && i == 1;
      arguments.add(
          isZone
              ? "event.zone0"
              : type.kind() == CelKind.STRING && i == 0 && POOLS.has(function + "Text")
                  ? "event." + function + "Text"
                  : POOLS.text(type, any, i));
    }
    return arguments;
  }

  private static Stream<String> texts(
      String function, CelOverloadDecl overload, List<String> arguments, CelType any) {
    if (function.equals(Patterns.FUNCTION)) {
      return PATTERNS.stream()
          .map(pattern -> text(function, overload, List.of(arguments.get(0), pattern), any));
    }
    return Stream.of(text(function, overload, arguments, any));
  }

  private static String text(
      String function, CelOverloadDecl overload, List<String> arguments, CelType any) {
    String call = call(function, overload.isInstanceFunction(), arguments);
    if (overload.overloadId().equals("add_list")) {
      return call + ".map(x, string(x))";
    }
    return switch (overload.resultType().kind()) {
      case DYN -> any.kind() == CelKind.TIMESTAMP ? "string(" + call + ")" : call;
      case TIMESTAMP, DURATION, BYTES -> "string(" + call + ")";
      case TYPE_PARAM -> "string(dyn(" + call + "))";
      default -> call;
    };
  }

  private static String call(String function, boolean member, List<String> arguments) {
    if (OPERATORS.containsKey(function)) {
      return OPERATORS.getOrDefault(function, "").formatted(arguments.toArray());
    }
    if (function.startsWith("_") || function.equals("@in")) {
      String operator = function.equals("@in") ? "in" : function.replace("_", "");
      return "(" + arguments.get(0) + " " + operator + " " + arguments.get(1) + ")";
    }
    String name = function.replace("@max", "greatest").replace("@min", "least");
    return member
        ? "%s.%s(%s)"
            .formatted(
                arguments.get(0), name, String.join(", ", arguments.subList(1, arguments.size())))
        : name + "(" + String.join(", ", arguments) + ")";
  }

  private static Map<String, Object> read(Called called, Map<String, Object> event) {
    Map<String, Object> read = new HashMap<>(event);
    read.keySet().removeIf(name -> !called.text().contains("event." + name));
    return read;
  }

  private static @Nullable Object ours(Expression expression, Map<String, Object> event) {
    try {
      return expression.evaluate(event);
    } catch (ExpressionException e) {
      return NO_VALUE;
    }
  }

  private static @Nullable Object judged(String text, Map<String, Object> event) {
    try {
      // The library's runtime has no conditional of two types.
      return LIBRARY.evaluate(
          text.replace("? event.int1 : event.double2", "? double(event.int1) : event.double2")
              .replace("? event.double1 : event.int2", "? event.double1 : double(event.int2)"),
          event);
    } catch (CelEvaluationException e) {
      return NO_VALUE;
    }
  }

  /**
   * Whether the values are the same, but for what docs/intentional.md says of decimals and ints.
   */
  private static boolean agree(
      Called called, Map<String, Object> event, @Nullable Object ours, @Nullable Object judged) {
    if (Comparison.equal(Frame.ofConstants(0), ours, judged)) {
      return true;
    }
    String sought = String.valueOf(event.get("string1"));
    if (called.overload().contains("index_of") && sought.isEmpty()) {
      // For nothing, the library takes any position, and gives it back.
      return NO_VALUE.equals(ours) && judged instanceof Long;
    }
    // Of a text as short as the separator it makes one part, if the limit is negative.
    boolean splitShort =
        called.overload().equals("string_split_string_int")
            && String.valueOf(event.get("string0")).length() <= sought.length();
    if (NO_VALUE.equals(judged)) {
      boolean pastLongs =
          ours instanceof BigDecimal whole
              && whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
      // In an empty text the library's indexOf fails, against its own description: -1.
      boolean inNothing =
          "".equals(event.get("string0")) && called.text().matches(".*(ndexOf|split).*");
      // It fails on durations past 64 bits of nanoseconds, or whose seconds and nanoseconds differ
      // in sign.
      boolean longOrMixed =
          ours instanceof String text && text.matches("-?([0-9]+[.][0-9]+|[0-9]{11,})s");
      return pastLongs || inNothing || longOrMixed;
    }
    if (splitShort) {
      return event.get("int2") instanceof Long limit && limit < 0;
    }
    if (called.overload().equals("double_to_string")) {
      return new BigDecimal((String) ours).compareTo(new BigDecimal((String) judged)) == 0;
    }
    return ours instanceof BigDecimal one
        && judged instanceof BigDecimal other
        && one.subtract(other).abs().doubleValue() <= 1e-14 * Math.abs(other.doubleValue());
  }

  /** The values that the fields of events are drawn from. */
  private static final class Pools {
    private static final int FIELDS = 6;

    private final Map<String, List<?>> values = new HashMap<>();
    private final Map<String, FieldType> types = new HashMap<>();

    Pools() {
      pool("bool", new FieldType.Bool(), List.of(true, false));
      pool(
          "int",
          new FieldType.Int(),
          List.of(0L, 1L, -1L, 2L, 3L, 5L, -7L, 63L, 64L, 2147483647L, -86400L, 1618888888L));
      pool("double", new FieldType.Number(), eighths());
      List<String> texts =
          List.of("", "a", "b", "é", "ab", "aab", "abcab", " aé\t", "😀b", "\"\n\\", "-", "a-b-");
      pool("string", new FieldType.Text(), texts);
      pool(
          "timestamp",
          new FieldType.Text(),
          List.of(
              "2021-04-20T01:02:03Z",
              "2021-04-20T01:02:03.45Z",
              "1969-12-31T23:59:59.999999999+01:00",
              "2024-02-29T23:30:00-11:30",
              "2021-03-28T01:00:00Z",
              "0001-01-01T00:00:00Z",
              "9999-12-31T23:59:59.5Z",
              "2021-01-01t00:00z"));
      pool(
          "duration",
          new FieldType.Text(),
          List.of(
              "1h",
              "-1h",
              "0",
              "1h30m",
              "1.5h",
              "-3730.5s",
              "3730.5s",
              "-59.5s",
              "1ms",
              "1us",
              "-1.5ns",
              "1s1h",
              "+2m",
              "90000h",
              "315576000000s",
              "-315576000000s",
              "0.5ns"));
      pool(
          "zone",
          new FieldType.Text(),
          List.of(
              "UTC",
              "Z",
              "Europe/Berlin",
              "America/New_York",
              "Asia/Kolkata",
              "+02:00",
              "02:00",
              "-02:30",
              "-2:30",
              "2:5",
              "+2",
              "GMT+2",
              "CET",
              "",
              "Europe/Berln",
              "99:00",
              "?"));
      pool("dyn", new FieldType.Any(), List.of(1L, 2L, -3L, 5L, 7L));
      conversions();
    }

    private void conversions() {
      pool(
          "timestampText",
          "timestamp",
          List.of("2021-04-20", "2021-04-20 00:00:00Z", "2021-02-30T00:00:00Z", "x", ""));
      pool("durationText", "duration", List.of("1d", "", "s", "1", "1.s", ".5s", "1h ", "1H", "-"));
      pool(
          "intText",
          new FieldType.Text(),
          List.of("0", "12", "-7", "+5", "", " 5", "0x10", "1.0", "a", "9223372036854775808"));
      pool(
          "doubleText",
          new FieldType.Text(),
          List.of("0", "12", "-7.25", "+.5", "1.", "1e3", "1E-3", "", "a", "1,5", "--1"));
      pool(
          "boolText",
          new FieldType.Text(),
          List.of("true", "false", "TRUE", "False", "t", "f", "T", "1", "0", "yes", ""));
    }

    private static List<BigDecimal> eighths() {
      return IntStream.of(0, 1, -1, 4, -4, 12, -12, 20, 72, -800, 1024, 8_000_001)
          .mapToObj(eighths -> BigDecimal.valueOf(eighths).multiply(new BigDecimal("0.125")))
          .toList();
    }

    private void pool(String name, FieldType type, List<?> drawn) {
      boolean isOne = name.endsWith("Text");
      for (int i = 0; i < (isOne ? 1 : FIELDS); i++) {
        values.put(isOne ? name : name + i, drawn);
        types.put(isOne ? name : name + i, type);
      }
    }

    /** For the function of that name, what others of the kind hold, and some more. */
    private void pool(String name, String kind, List<String> more) {
      List<Object> all = new ArrayList<>(values.getOrDefault(kind + 1, List.of()));
      all.addAll(more);
      pool(name, new FieldType.Text(), all);
    }

    boolean has(String field) {
      return values.containsKey(field);
    }

    Map<String, FieldType> types() {
      return types;
    }

    Map<String, Object> event(Random random) {
      Map<String, Object> event = new HashMap<>();
      values.forEach((name, all) -> event.put(name, all.get(random.nextInt(all.size()))));
      return event;
    }

    /** An expression of a type, the nth argument of a call. */
    String text(CelType type, CelType any, int n) {
      if (type instanceof ListType list) {
        return "["
            + text(list.elemType(), any, n + 1)
            + ", "
            + text(list.elemType(), any, n + 2)
            + "]";
      }
      if (type instanceof MapType map) {
        return "{"
            + text(map.keyType(), any, n + 1)
            + ": "
            + text(map.valueType(), any, n + 2)
            + "}";
      }
      return switch (type.kind()) {
        case TYPE_PARAM -> text(any, any, n);
        case TIMESTAMP -> "timestamp(event.timestamp" + (n + 1) + ")";
        case DURATION -> "duration(event.duration" + (n + 1) + ")";
        case BYTES -> "bytes(event.string" + n + ")";
        case UINT -> "uint(event.int" + n + ")";
        default -> "event." + type.name() + n;
      };
    }
  }
}
