package io.windrow.plan;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.AggregatePlugIn;
import io.windrow.aggregate.Aggregates;
import io.windrow.aggregate.Signature;
import io.windrow.plugin.DecoderPlugIn;
import io.windrow.plugin.EnrichmentPlugIn;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plug-ins that a definition can name, by their names. */
public record PlugIns(
    Map<String, DecoderPlugIn> decoders,
    Map<String, EnrichmentPlugIn> enrichments,
    Map<String, AggregatePlugIn> aggregates,
    Map<String, FunctionPlugIn> functions) {

  /** Those of a pipeline without own code. */
  public static final PlugIns NONE = new PlugIns(Map.of(), Map.of(), Map.of(), Map.of());

  public PlugIns {
    decoders = Map.copyOf(decoders);
    enrichments = Map.copyOf(enrichments);
    aggregates = Map.copyOf(aggregates);
    functions = Map.copyOf(functions);
  }

  /**
   * Those that the jars of a class loader declare under {@code META-INF/services}.
   *
   * @throws PlugInException when one can't be loaded, or has a name that it can't have
   */
  public static PlugIns of(ClassLoader jars) {
    return new PlugIns(
        decoders(jars),
        new PlugInLoader("enrichment", NameForm.RESOURCE).load(EnrichmentPlugIn.class, jars),
        new PlugInLoader("aggregate", NameForm.IDENTIFIER, Aggregates.names())
            .load(AggregatePlugIn.class, jars),
        new PlugInLoader("function", NameForm.IDENTIFIER).load(FunctionPlugIn.class, jars));
  }

  private static Map<String, DecoderPlugIn> decoders(ClassLoader jars) {
    Map<String, DecoderPlugIn> decoders =
        new PlugInLoader("decoder", NameForm.RESOURCE, StreamSource.FORMATS)
            .load(DecoderPlugIn.class, jars);
    for (DecoderPlugIn decoder : decoders.values()) {
      if (!implementsOne(decoder.getClass(), "decode", "decodeAll")) {
        throw new PlugInException(
            "the decoder '%s' (%s) can't be used: it implements neither decode nor decodeAll"
                .formatted(decoder.name(), decoder.getClass().getName()));
      }
    }
    return decoders;
  }

  private static boolean implementsOne(Class<?> decoder, String... methods) {
    return Arrays.stream(decoder.getMethods())
        .anyMatch(
            method ->
                List.of(methods).contains(method.getName())
                    && method.getDeclaringClass() != DecoderPlugIn.class);
  }

  /** What the aggregate of that name, Windrow's or a plug-in's, may be given. */
  public Optional<Signature> signature(String name) {
    return Aggregates.signature(name)
        .or(() -> Optional.ofNullable(aggregates.get(name)).map(AggregatePlugIn::signature));
  }

  /** The aggregate of that name, Windrow's or a plug-in's. */
  Optional<Aggregate<?>> aggregate(String name) {
    return Aggregates.named(name)
        .or(() -> Optional.ofNullable(aggregates.get(name)).map(Aggregates::of));
  }

  /**
   * The enrichment of a plan.
   *
   * @throws PlugInException when no jar has it
   */
  public EnrichmentPlugIn enrichment(String name) {
    return present("enrichment", name, enrichments.get(name));
  }

  /**
   * The decoder of a plan.
   *
   * @throws PlugInException when no jar has it
   */
  public DecoderPlugIn decoder(String name) {
    return present("decoder", name, decoders.get(name));
  }

  private static <T> T present(String kind, String name, @Nullable T plugIn) {
    if (plugIn == null) {
      throw new PlugInException(
          "the plan names the %s '%s', which no jar in lib has; put the jar back, or make the plan anew"
              .formatted(kind, name));
    }
    return plugIn;
  }
}
