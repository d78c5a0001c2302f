package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A run may keep hundreds of megabytes, and whoever files them has not the memory for all. */
class FilingTest {
  private static final int COMMITS = 8;
  private static final int RECORD = 3 << 20;
  private static final int MOST = 12 << 20;

  private final ByHand pipeline = new ByHand(new RunBounds(COMMITS));
  private final Map<String, byte[]> files = new TreeMap<>();
  private int puts;

  @Test
  void aRunThatKeepsMuchIsFiledInVolumesEachRecordOnce() {
    for (int record = 1; record < COMMITS; record++) {
      pipeline.commitBroken("A", RECORD + record);
    }

    pipeline.settle(pipeline.ports().with(filing()));

    assertThat(files.keySet()).allMatch(name -> name.startsWith("reason=json.malformed/"));
    assertThat(files).hasSizeGreaterThan(1).hasSize(puts);
    assertThat(files.values()).allMatch(file -> file.length < MOST);
    assertThat(lines()).isEqualTo(COMMITS - 1);
  }

  private Quarantine filing() {
    return (name, content) -> {
      puts++;
      files.put(name, content);
    };
  }

  private long lines() {
    return files.values().stream()
        .mapToLong(file -> new String(file, StandardCharsets.UTF_8).lines().distinct().count())
        .sum();
  }
}
