package io.windrow.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Quarantine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is promised about where quarantine files lie. */
public abstract class QuarantineContract {
  private static final String NAME = "reason=rule.paid/date=2026-01-01/shardId-0-000000001.jsonl";

  /** A quarantine without files; the same throughout a test. */
  protected abstract Quarantine quarantine();

  /** The files by name. */
  protected abstract Map<String, byte[]> files();

  @Test
  void aFileLiesUnderItsName() {
    quarantine().put(NAME, bytes("one\ntwo\n"));

    assertThat(files()).containsOnlyKeys(NAME);
    assertThat(files().get(NAME)).isEqualTo(bytes("one\ntwo\n"));
  }

  @Test
  void filingAgainLeavesOneFile() {
    quarantine().put(NAME, bytes("one\n"));
    quarantine().put(NAME, bytes("one\n"));

    assertThat(files()).containsOnlyKeys(NAME);
    assertThat(files().get(NAME)).isEqualTo(bytes("one\n"));
  }

  @Test
  void manyWhoFileAtOnceLeaveEachFileWhole() {
    byte[] content = bytes("a line of some length\n".repeat(20_000));
    AtOnce.run(
        8,
        writer -> {
          quarantine().put(NAME, content);
          quarantine().put(NAME + writer, content);
          return writer;
        });

    assertThat(files()).hasSize(9);
    assertThat(files().values()).allSatisfy(file -> assertThat(file).isEqualTo(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
