package io.windrow.encoding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void everyByteIsPlainOrEndsIt() {
    for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
      for (int place = 0; place < 20; place++) {
        byte[] bytes = "abcdefghijklmnopqrst".getBytes(US_ASCII);
        bytes[place] = (byte) value;
        assertThat(PlainText.end(bytes, 0))
            .as("%d at %d", value, place)
            .isEqualTo(isPlain(value) ? bytes.length : place);
      }
    }
  }

  @Test
  void whatFollowsTheFirstByteThatEndsItDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] bytes = new byte[40];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(bytes);
      int from = random.nextInt(bytes.length + 1);
      int expected = from;
      while (expected < bytes.length && isPlain(bytes[expected])) {
        expected++;
      }
      assertThat(PlainText.end(bytes, from)).as(Arrays.toString(bytes)).isEqualTo(expected);
    }
  }

  private static boolean isPlain(int value) {
    return value >= ' ' && value != '"' && value != '\\';
  }
}
