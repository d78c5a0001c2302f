package io.windrow.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the values of an {@link io.windrow.record.Event}: an integer of 64 bits is a
 * {@link Long}, every other number a {@link BigDecimal} without trailing zeros.
 */
public final class JsonValues {
  /**
   * How deep objects and arrays may nest. More than any record means to, and shallow enough that
   * whatever walks a record by recursion keeps within the smallest stack.
   */
  static final int MAX_DEPTH = 200;

  private static final int SURE_LONG_CHARACTERS = 18;

  private final JsonFactory factory =
      JsonFactory.builder()
          // a record is UTF-8; do not guess UTF-16 from zero bytes
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          // the table of names outlives a record: with this on, what one record holds could decide
          // whether another is read
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              // depth and numbers are bounded here, and the rest by the size of a record
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** A parser of UTF-8, before its first token. */
  public JsonParser open(byte[] utf8) throws IOException {
    return open(utf8, 0);
  }

  /** A parser of UTF-8 from there on, before its first token. */
  JsonParser open(byte[] utf8, int start) throws IOException {
    return factory.createParser(utf8, start, utf8.length - start);
  }

  /**
   * The value that the parser stands at the first token of; it is left at the last.
   *
   * @throws IOException when the text is not JSON
   * @throws RejectedException when it is, but no event can hold it
   */
  public @Nullable Object value(JsonParser parser) throws IOException, RejectedException {
    return value(parser, 1);
  }

  /** The object that the parser stands at the start of; it is left at the end. */
  public Map<String, @Nullable Object> object(JsonParser parser)
      throws IOException, RejectedException {
    return object(parser, 1);
  }

  private @Nullable Object value(JsonParser parser, int depth)
      throws IOException, RejectedException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalStateException("no value starts with " + parser.currentToken());
    };
  }

  private Map<String, @Nullable Object> object(JsonParser parser, int depth)
      throws IOException, RejectedException {
    checkDepth(depth);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    String name = parser.nextFieldName();
    while (name != null) {
      if (fields.containsKey(name)) {
        throw rejected("json.duplicate", parser);
      }
      parser.nextToken();
      fields.put(name, value(parser, depth + 1));
      name = parser.nextFieldName();
    }
    return fields;
  }

  private List<@Nullable Object> array(JsonParser parser, int depth)
      throws IOException, RejectedException {
    checkDepth(depth);
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, depth + 1));
    }
    return elements;
  }

  private static Object integer(JsonParser parser) throws IOException, RejectedException {
    if (parser.getTextLength() <= SURE_LONG_CHARACTERS) {
      return parser.getLongValue();
    }
    BigDecimal number = decimal(parser);
    boolean fits = number.toBigIntegerExact().bitLength() < Long.SIZE;
    return fits ? (Object) number.longValueExact() : number;
  }

  private static BigDecimal decimal(JsonParser parser) throws IOException, RejectedException {
    BigDecimal number =
        NumberText.decimal(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (number == null) {
      throw rejected("number.range", parser);
    }
    return number;
  }

  private static void checkDepth(int depth) throws RejectedException {
    if (depth > MAX_DEPTH) {
      throw new RejectedException(Reason.of("json.depth"));
    }
  }

  private static RejectedException rejected(String code, JsonParser parser) {
    return new RejectedException(
        new Reason(code, parser.getParsingContext().pathAsPointer().toString()));
  }
}
