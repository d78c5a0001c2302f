package io.windrow.enrichment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReferenceDataTest {
  @Test
  void rowsOfACsvAreStringsByColumn() {
    FileReferenceData ads = csv("ad_id,campaign_id,note\na1,c1,\na2,c2,\"x, \"\"y\"\"\nz\"\n");

    assertThat(ads.rows(Set.of("a1", "a2", "a3")))
        .isEqualTo(
            Map.of(
                "a1", Map.of("ad_id", "a1", "campaign_id", "c1", "note", ""),
                "a2", Map.of("ad_id", "a2", "campaign_id", "c2", "note", "x, \"y\"\nz")));
  }

  @Test
  void theColumnsAreThoseOfAnyRow() {
    assertThat(csv("ad_id,n\na1,1\n").columns()).containsExactly("ad_id", "n");
    assertThat(json("[{\"ad_id\": 1, \"m\": 1},\n {\"ad_id\": 2, \"n\": 2}]").columns())
        .containsExactly("ad_id", "m", "n");
  }

  @Test
  void windowsLineEndsAndByteOrderMarksAreNoPartOfACsv() {
    FileReferenceData ads = csv("\uFEFFad_id,n\r\na1,1\r\n\r\na2,2\r\n");

    assertThat(ads.rows(Set.of("a1", "a2"))).hasSize(2);
  }

  @Test
  void aCsvKeyMatchesItsTextAndTheNumberThatItIs() {
    FileReferenceData ads = csv("ad_id,n\n5,five\n007,bond\n0.50,half\nx,text\n");

    assertThat(name(ads, 5L)).isEqualTo("five");
    assertThat(name(ads, "5")).isEqualTo("five");
    assertThat(name(ads, new BigDecimal("5.0"))).isEqualTo("five");
    assertThat(name(ads, new BigDecimal("0.5"))).isEqualTo("half");
    assertThat(name(ads, "0.5")).isNull();
    assertThat(name(ads, "007")).isEqualTo("bond");
    assertThat(name(ads, 7L)).isNull();
    assertThat(name(ads, true)).isNull();
  }

  @Test
  void ofTextsForOneNumberTheNumberMatchesTheShortest() {
    FileReferenceData versions = csv("ad_id,n\n2.00,first\n2.0,second\n1.0,long\n1,short\n");

    assertThat(name(versions, 1L)).isEqualTo("short");
    assertThat(name(versions, 2L)).isEqualTo("first");
    assertThat(name(versions, "2.0")).isEqualTo("second");
  }

  @Test
  void rowsOfAJsonArrayHaveTheTypesOfTheFile() {
    FileReferenceData ads =
        json("[{\"ad_id\": 5, \"n\": {\"x\": [1.50]}},\n {\"ad_id\": \"5\", \"n\": null}]");

    assertThat(ads.rows(Set.of(5L)))
        .isEqualTo(
            Map.of(5L, Map.of("ad_id", 5L, "n", Map.of("x", List.of(new BigDecimal("1.5"))))));
    assertThat(ads.rows(Set.of("5")).get("5")).containsEntry("n", null);
  }

  @Test
  void rowsOfAJsonObjectAreFoundByTheirNames() {
    FileReferenceData ads = json("{\"a1\": {\"n\": \"one\"}, \"5\": {\"n\": \"five\"}}");

    assertThat(name(ads, "a1")).isEqualTo("one");
    assertThat(name(ads, 5L)).isEqualTo("five");
  }

  @Test
  void theVersionIsTheHashOfTheBytes() {
    assertThat(csv("ad_id\n1\n").version()).isEqualTo(csv("ad_id\n1\n").version()).hasSize(16);
    assertThat(csv("ad_id\n1\n").version()).isNotEqualTo(csv("ad_id\n2\n").version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                         | ads.csv: found nothing; expected a header line",
        "ad,n\\na1,1                | ads.csv, line 1: found columns [ad, n]; expected the key's, ad_id",
        "ad_id,n,n\\na1,1,2         | ads.csv, line 1: found columns [ad_id, n, n]; expected each name once",
        "ad_id,n\\na1,1\\na2        | ads.csv, line 3: found 1 fields; expected 2 as in the header",
        "ad_id,n\\n\"a\\n1\",1\\n\\na2,1,2 | ads.csv, line 5: found 3 fields; expected 2 as in the header",
        "ad_id,n\\na1,1\\na1,2      | ads.csv, line 3: found the key a1 of line 2 again; expected it once"
      })
  void aCsvThatIsWrongIsToldWithItsLine(String text, String message) {
    assertThatThrownBy(() -> csv(text.replace("\\n", "\n")))
        .isInstanceOf(ReferenceFileException.class)
        .hasMessage(message);
  }

  @Test
  void aCsvWithAQuoteThatIsNeverClosedIsToldWithItsLine() {
    assertThatThrownBy(() -> csv("ad_id,n\na1,\"1\n"))
        .isInstanceOf(ReferenceFileException.class)
        .hasMessageStartingWith("ads.csv, line ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                        | ads.json, line 1: found nothing; expected an array of objects, or an object of objects by key",
        "5                         | ads.json, line 1: found 5; expected an array of objects, or an object of objects by key",
        "[\\n{\"ad_id\":1},\\n2]   | ads.json, line 3: found 2; expected a row, which is an object",
        "{\"a\":{},\\n\"b\":7}     | ads.json, line 2: found 7; expected a row, which is an object",
        "[{\"ad_id\":1},\\n{}]     | ads.json, line 2: found a row whose ad_id is null; expected its key",
        "[{\"ad_id\":1},\\n{\"ad_id\":1.0}] | ads.json, line 2: found the key 1 of line 1 again; expected it once",
        "[{\"ad_id\":1,\\n\"x\":1e999}] | ads.json, line 2: found number.range /0/x; expected a value that an event can hold",
        "{\"a\":{}}\\n{}           | ads.json, line 2: found more after the table; expected nothing"
      })
  void aJsonFileThatIsWrongIsToldWithItsLine(String text, String message) {
    assertThatThrownBy(() -> json(text.replace("\\n", "\n")))
        .isInstanceOf(ReferenceFileException.class)
        .hasMessage(message);
  }

  @Test
  void brokenJsonIsToldWithItsLine() {
    assertThatThrownBy(() -> json("[{\"ad_id\":1},\n{\"ad_id\":tru}]"))
        .isInstanceOf(ReferenceFileException.class)
        .hasMessageStartingWith("ads.json, line 2: ");
  }

  @Test
  void aFileOfAnotherKindOrEncodingIsRefused() {
    assertThatThrownBy(() -> FileReferenceData.of("ads.xls", "ad_id", new byte[0]))
        .hasMessage("ads.xls: a reference file is named .csv or .json");
    assertThatThrownBy(
            () -> FileReferenceData.of("ads.csv", "ad_id", "ad_id\né\n".getBytes(ISO_8859_1)))
        .hasMessage("ads.csv: found bytes that are not UTF-8; save it as UTF-8");
  }

  private static @Nullable Object name(FileReferenceData data, Object key) {
    Map<String, @Nullable Object> row = data.rows(Set.of(key)).get(key);
    return row == null ? null : row.get("n");
  }

  private static FileReferenceData csv(String text) {
    return FileReferenceData.of("ads.csv", "ad_id", text.getBytes(UTF_8));
  }

  private static FileReferenceData json(String text) {
    return FileReferenceData.of("ads.json", "ad_id", text.getBytes(UTF_8));
  }
}
