package io.windrow.contract.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What ECMA-262 says of patterns with the flag {@code u}. In the texts, {@code ~} and four
 * hexadecimal digits are a UTF-16 unit.
 */
class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        // searched, not matched as a whole
        "b abc",
        "^ab abc",
        "bc$ abc",
        "x*y y",
        // edges are those of the text
        "^abc$ abc",
        // escapes
        "^\\t$ ~0009",
        "^\\v$ ~000B",
        "^\\f$ ~000C",
        "^\\0$ ~0000",
        "^\\cC$ ~0003",
        "^\\cc$ ~0003",
        "^\\x41$ A",
        "^\\u0041$ A",
        "^\\u{41}$ A",
        "^\\u{1F600}$ ~D83D~DE00",
        "^\\uD83D\\uDE00$ ~D83D~DE00",
        "^[\\uD83D\\uDE00-\\uD83D\\uDE02]$ ~D83D~DE01",
        "^\\/$ /",
        "^/$ /",
        "^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|$ ^$\\.*+?()[]{}|",
        "^[\\-\\]\\^]$ -",
        "^[\\b]$ ~0008",
        "^[a-]$ -",
        "^[-a]$ -",
        "^[\\w-]$ -",
        "^[&&[^]$ [",
        // a character is a code point
        "^.$ ~D83D~DE00",
        "^[^a]$ ~D83D~DE00",
        "^\\S$ ~D83D~DE00",
        // classes
        "^\\d$ 0",
        "^\\D$ ~07C0",
        "^\\w$ _",
        "^\\W$ ~00E9",
        "^\\s$ ~0009",
        "^\\s$ ~000B",
        "^\\s$ ~000C",
        "^\\s$ ~0020",
        "^\\s$ ~00A0",
        "^\\s$ ~FEFF",
        "^\\s$ ~000A",
        "^\\s$ ~000D",
        "^\\s$ ~1680",
        "^\\s$ ~2000",
        "^\\s$ ~2003",
        "^\\s$ ~200A",
        "^\\s$ ~2028",
        "^\\s$ ~2029",
        "^\\s$ ~202F",
        "^\\s$ ~205F",
        "^\\s$ ~3000",
        "^\\S$ ~0001",
        "^\\S$ ~2013",
        "^\\S$ ~200B",
        "^\\S$ ~0085",
        "^[\\s\\S]$ ~000A",
        "^[\\D]$ x",
        "^[^\\D]$ 5",
        "^[^]$ ~000A",
        "^[^]$ ~2028",
        "^.$ ~0085",
        // word boundaries are of ASCII words
        "\\bx\\b a.x.b",
        "a\\B ab",
        "\\ba\\b ~00E9a~00E9",
        // repetition
        "^a{2}$ aa",
        "^a{2,}$ aaaa",
        "^a{1,3}?$ aa",
        "^a*?b+?c??$ b",
        "^(?:ab){2}$ abab",
        "^(ab|c)+$ abcab",
        "^(?<year>\\d{4})-(?<month>\\d\\d)$ 2024-03",
        "^(a*)*$ aaaa",
        "^(|a)+$ aa",
        "^.{1,2000}$ x",
        // properties
        "\\p{Letter}cole l'~00E9cole",
        "^\\p{L}$ ~00E9",
        "^\\p{Lu}$ A",
        "^\\p{Uppercase_Letter}$ A",
        "^\\p{digit}+$ 42",
        "^\\p{digit}+$ ~09EA~09E8",
        "^\\p{gc=Nd}$ ~09EA",
        "^\\p{General_Category=Decimal_Number}$ 4",
        "^\\p{LC}$ a",
        "^\\P{LC}$ 1",
        "^\\p{Script=Greek}$ ~03B1",
        "^\\p{sc=Han}$ ~6C34",
        "^\\P{sc=Han}$ a",
        "^[\\p{L}\\p{N}_.-]+$ ~00E9t~00E9-1",
        "^[^\\p{L}]$ 1",
        "^[\\P{L}]$ 1",
        "^\\p{Cn}$ ~0378",
        "^\\p{C}$ ~0378",
        "^\\p{Other}$ ~0000",
        "^\\P{C}$ a",
        "^\\p{Assigned}$ a",
        "^\\P{Assigned}$ ~0378",
        "^\\p{Any}$ ~0378",
        "^\\p{ASCII}$ a",
        "^\\p{ASCII_Hex_Digit}+$ 0aF",
        "^\\p{White_Space}$ ~0085",
        "^\\P{White_Space}$ ~FEFF"
      })
  void isFound(String pattern, String text) {
    assertThat(EcmaPattern.of(pattern).isFoundIn(units(text))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "^b abc",
        "^abc$ abc~000A",
        "^b$ a~000Ab~000Ac",
        "^\\cC$ \\cC",
        "^\\t$ \\t",
        "^.$ ~000A",
        "^.$ ~000D",
        "^.$ ~2028",
        "^.$ ~2029",
        "^\\d$ ~07C0",
        "^\\d+$ ~09EA~09E8",
        "^\\D$ 0",
        "^\\w$ ~00E9",
        "\\wcole l'~00E9cole",
        "^\\w$ ~017F",
        "^\\W$ a",
        "^\\s$ ~0001",
        "^\\s$ ~2013",
        "^\\s$ ~200B",
        "^\\s$ ~180E",
        "^\\s$ ~0085",
        "^\\S$ ~0020",
        "^\\S$ ~00A0",
        "^\\S$ ~2003",
        "^\\S$ ~FEFF",
        "^\\S$ ~2029",
        "^\\S+$ a~00A0b",
        "[] a",
        "[a-z]cole l'~00E9cole",
        "\\p{Letter}cole L'~00C9COLE",
        "^\\p{digit}+$ -%#",
        "^\\p{Script=Greek}$ a",
        "^[^\\p{L}]$ a",
        "^\\P{L}$ a",
        "^\\P{ASCII}$ a",
        "^..$ ~D83D~DE00",
        "^\\uD83D$ ~D83D~DE00",
        "\\uDE00 ~D83D~DE00",
        "^a{2}$ aaa",
        "\\bx\\b axb",
        "(?:^a|b$)c abc"
      })
  void isNotFound(String pattern, String text) {
    assertThat(EcmaPattern.of(pattern).isFoundIn(units(text))).isFalse();
  }

  @Test
  void theEmptyPatternIsFoundInAnyText() {
    assertThat(EcmaPattern.of("").isFoundIn("")).isTrue();
    assertThat(EcmaPattern.of("$").isFoundIn("a")).isTrue();
    assertThat(EcmaPattern.of("^$").isFoundIn("")).isTrue();
    assertThat(EcmaPattern.of("$^").isFoundIn("")).isTrue();
    assertThat(EcmaPattern.of("^$").isFoundIn("a")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a(?=b)          | 1 | look-around",
        "^(?!x)a         | 1 | \"not\": {\"pattern\": …}",
        "(?<=a)b         | 0 | look-around",
        "(?<!a)b         | 0 | \"not\"",
        "(a)\\1          | 3 | back reference",
        "(?<n>a)\\k<n>   | 7 | back reference",
        "^(?i)abc        | 1 | [Aa]",
        "(?i:abc)        | 0 | [Aa]",
        "(?-i:abc)       | 0 | [Aa]",
        "(?>a)           | 0 | (?<name>…)",
        "(?P<n>a)        | 0 | [Aa]",
        "a++             | 2 | possessive",
        "a{1,2}{3}       | 6 | repeated already",
        "^*              | 0 | can't be repeated",
        "*a              | 0 | \\*",
        "(?:+)           | 3 | \\+",
        "a{              | 1 | \\{",
        "a{,3}           | 1 | \\{",
        "a}              | 1 | \\}",
        "a]              | 1 | \\]",
        "[[:alpha:]]     | 10 | \\]",
        "[a              | 0 | \\[",
        "(a              | 0 | \\(",
        "a)              | 1 | \\)",
        "[z-a]           | 1 | out of order",
        "a{3,2}          | 1 | out of order",
        "[\\d-x]         | 1 | \\-",
        "\\-             | 0 | without the backslash",
        "x\\@            | 1 | '@' without the backslash",
        "\\a             | 0 | \\x07",
        "\\A             | 0 | write ^",
        "\\Z             | 0 | write $",
        "\\_             | 0 | without the backslash",
        "\\01            | 0 | octal",
        "\\c1            | 0 | \\cJ",
        "\\xg            | 0 | \\x41",
        "\\u12           | 0 | \\u00e9",
        "\\u{110000}     | 0 | 10FFFF",
        "\\p             | 0 | \\p{L}",
        "\\pL            | 0 | \\p{L}",
        "\\p{Emoji}      | 0 | Emoji",
        "\\p{letter}     | 0 | letter",
        "\\p{Script=L}   | 0 | Script=L",
        "[^\\P{LC}]      | 2 | outside",
        "a\\             | 1 | \\\\",
        "^[^x][01]*1[01]{3000}$ | 0 | maxLength",
        "\\b.{1001}      | 0 | maxLength"
      })
  void isNoneThatAContractMayHave(String pattern, int index, String hint) {
    PatternException problem =
        catchThrowableOfType(PatternException.class, () -> EcmaPattern.of(pattern));

    assertThat(problem).as(pattern).isNotNull();
    assertThat(problem.index()).as(problem.getMessage()).isEqualTo(index);
    assertThat(problem).hasMessageContaining(hint);
  }

  @Test
  void groupsInEachOtherAreBounded() {
    PatternException problem =
        catchThrowableOfType(
            PatternException.class,
            () -> EcmaPattern.of("(".repeat(100_000) + ")".repeat(100_000)));

    assertThat(problem).hasMessageContaining("groups in each other");
  }

  private static String units(String written) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '~') {
        text.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        text.append(written.charAt(i));
      }
    }
    return text.toString();
  }
}
