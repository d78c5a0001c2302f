package io.windrow.simulation.world;

import io.windrow.ledger.Filed;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.List;
import java.util.Optional;

/** Runs reached over a network that fails. */
record FaultyRuns(Runs real, Effects effects) implements Runs {
  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    return effects.read(
        manifests(shard, level),
        "manifests",
        shard + " level " + level + " from " + fromNumber,
        () -> real.manifests(shard, level, fromNumber));
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return effects.read(
        manifests(shard, level),
        "latest",
        shard + " level " + level,
        () -> real.latest(shard, level));
  }

  @Override
  public void putPart(PartKey part, int item, byte[] content) {
    effects.write(part.token(), "put part", part, () -> real.putPart(part, item, content));
  }

  @Override
  public Optional<byte[]> part(PartKey part, int item) {
    return effects.read(part.token(), "part", part, () -> real.part(part, item));
  }

  @Override
  public void putManifest(Manifest manifest) {
    effects.write(
        manifests(manifest.run()),
        "put manifest",
        manifest.run(),
        () -> real.putManifest(manifest));
  }

  @Override
  public void expire(Manifest manifest, long at) {
    effects.write(
        manifests(manifest.run()), "expire", manifest.run(), () -> real.expire(manifest, at));
  }

  @Override
  public Retired retired(String shard) {
    return effects.read("retired/" + shard, "retired", shard, () -> real.retired(shard));
  }

  @Override
  public void retire(String shard, long index) {
    effects.write(
        "retired/" + shard, "retire", shard + " to " + index, () -> real.retire(shard, index));
  }

  @Override
  public void retireRuns(String shard, int level, long number) {
    effects.write(
        "retired/" + shard,
        "retire runs",
        shard + " level " + level + " to " + number,
        () -> real.retireRuns(shard, level, number));
  }

  @Override
  public Filed filed(String shard) {
    return effects.read("filed/" + shard, "filed", shard, () -> real.filed(shard));
  }

  @Override
  public boolean replaceFiled(String shard, Filed expected, Filed next) {
    return effects.write(
        "filed/" + shard,
        "note filed",
        shard + " " + next,
        () -> real.replaceFiled(shard, expected, next));
  }

  private static String manifests(RunId run) {
    return manifests(run.shard(), run.level());
  }

  private static String manifests(String shard, int level) {
    return "run/" + shard + "/" + level;
  }
}
