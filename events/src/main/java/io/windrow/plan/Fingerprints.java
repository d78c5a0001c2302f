package io.windrow.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fingerprints of views: a hash of all that decides what a view counts, in one canonical form.
 * Expressions go in as texts, so that another version of Windrow gives the same fingerprint.
 */
final class Fingerprints {
  private static final List<String> SHARED =
      List.of("contract", "time", "clean", "rules", "keep", "enrich");
  private static final int DIGITS = 16;
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Fingerprints() {}

  static Map<String, String> of(Definition definition, PlugIns plugIns) {
    PlugInUses uses = new PlugInUses(definition, plugIns);
    PlanWriter writer = new PlanWriter(expression -> new TextNode(expression.text()));
    ObjectNode shared = writer.definition(definition).retain(SHARED);
    shared.withObject("/contract").remove("path");
    if (!definition.source().format().equals(StreamSource.JSON)) {
      shared.put("format", definition.source().format());
    }
    Map<String, String> fingerprints = new LinkedHashMap<>();
    for (ViewDefinition view : definition.views()) {
      ObjectNode all = shared.deepCopy();
      // Publishing a view as a metric changes nothing that it counts.
      all.set("view", writer.view(view).without("metric"));
      putVersions(all, uses.ofEvents(), uses.of(view));
      fingerprints.put(view.name(), hash(all));
    }
    return fingerprints;
  }

  private static void putVersions(
      ObjectNode all, Collection<PlugInUse> ofEvents, Collection<PlugInUse> ofView) {
    Stream.concat(ofEvents.stream(), ofView.stream())
        .distinct()
        .sorted()
        .forEach(use -> all.withArray("/plugIns").add(use.toString()));
  }

  private static String hash(ObjectNode json) {
    try {
      byte[] canonical = CANONICAL.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java can write a tree and has SHA-256", e);
    }
  }
}
