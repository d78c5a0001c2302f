package io.windrow.enrichment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table that is read whole from a CSV or JSON file. Its version is the start of the SHA-256 of
 * the bytes.
 */
public final class FileReferenceData implements ReferenceData {
  private static final int VERSION_DIGITS = 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RowIndex rows;
  private final String version;

  private FileReferenceData(RowIndex rows, String version) {
    this.rows = rows;
    this.version = version;
  }

  /**
   * The table of a file.
   *
   * @param file its name, which says what it holds: {@code .csv}, with a header line, or {@code
   *     .json}, an array of objects or an object of objects by key
   * @param keyColumn the column or property that identifies a row
   * @throws ReferenceFileException when the file is not such a table
   */
  public static FileReferenceData of(String file, String keyColumn, byte[] bytes) {
    String text = text(file, bytes);
    if (isCsv(file)) {
      return new FileReferenceData(new CsvTable(file, keyColumn).read(text), version(bytes));
    }
    if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return new FileReferenceData(new JsonTable(file, keyColumn).read(text), version(bytes));
    }
    throw new ReferenceFileException(file, "a reference file is named .csv or .json");
  }

  /**
   * The columns, sorted, of a file whose rows may be wrong: a CSV file's header says them, a JSON
   * file's rows alone do.
   *
   * @throws ReferenceFileException when the header is wrong too
   */
  public static Set<String> columns(String file, String keyColumn, byte[] bytes) {
    return isCsv(file)
        ? new TreeSet<>(new CsvTable(file, keyColumn).columns(text(file, bytes)))
        : Set.of();
  }

  private static boolean isCsv(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** The columns that any row has, sorted; none of a table without rows. */
  public Set<String> columns() {
    return rows.columns();
  }

  private static String text(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ReferenceFileException(file, "found bytes that are not UTF-8; save it as UTF-8");
    }
  }

  private static String version(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
    Map<Object, Map<String, @Nullable Object>> found = new HashMap<>();
    for (Object key : keys) {
      Map<String, @Nullable Object> row = rows.get(key);
      if (row != null) {
        found.put(key, row);
      }
    }
    return found;
  }

  @Override
  public String version() {
    return version;
  }
}
