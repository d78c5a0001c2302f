package io.windrow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code events} may know, and which of its packages may know which. */
final class ArchitectureRules {

  /** Packages from the inside out, each with those that it may use. */
  private static final Map<String, Set<String>> MAY_USE = mayUse();

  private static final Set<String> STREAMS_IN_MEMORY =
      Set.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.Closeable",
          "java.io.DataInputStream",
          "java.io.DataOutputStream",
          "java.io.EOFException",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Serializable",
          "java.io.StringReader",
          "java.io.StringWriter",
          "java.io.UncheckedIOException",
          "java.io.Writer",
          "java.net.URI");

  private static final Set<String> AMBIENT_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.UUID.randomUUID");

  private static final Set<String> AMBIENT_WITHOUT_ARGUMENTS =
      Set.of("java.util.Date", "java.util.GregorianCalendar", "java.util.Random");

  private static final Set<String> MACHINERY =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.Timer",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.ThreadLocalRandom");

  private ArchitectureRules() {}

  static ArchRule noAws() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .because("adapters elsewhere implement the ports that stand here");
  }

  static ArchRule noIo() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.sql..")
                .and(
                    describe(
                        "do more than streams in memory",
                        type -> !STREAMS_IN_MEMORY.contains(type.getName()))))
        .because("what happens to an event is a function of data");
  }

  static ArchRule nothingOfTheMachine() {
    return CompositeArchRule.of(
            noClasses()
                .should()
                .accessTargetWhere(describe("asks the machine", ArchitectureRules::isAmbient)))
        .and(
            noClasses()
                .should()
                .dependOnClassesThat(describe("run or ask", ArchitectureRules::isMachinery)))
        .because("time, chance and settings are parameters, so that any run can be had again");
  }

  static ArchRule nothingStaticChanges() {
    return CompositeArchRule.of(fields().that().areStatic().should().beFinal())
        .and(
            noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(resideInAnyPackage("java.util.concurrent..")))
        .because("two pipelines in one process share nothing");
  }

  static ArchRule packagesPointInward(String root) {
    return CompositeArchRule.of(
        MAY_USE.keySet().stream().map(name -> pointsInward(root, name)).toList());
  }

  private static ArchRule pointsInward(String root, String name) {
    Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
    forbidden.removeAll(MAY_USE.get(name));
    forbidden.remove(name);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(root, forbidden))
        .allowEmptyShould(true);
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** Every package must have a place in the order. */
  static ArchRule everyPackageIsKnown(String root) {
    return classes().should().resideInAnyPackage(packages(root, MAY_USE.keySet()));
  }

  private static String[] packages(String root, Set<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private static Map<String, Set<String>> mayUse() {
    Map<String, Set<String>> layers = new LinkedHashMap<>();
    layers.put("encoding", Set.of());
    layers.put("record", Set.of("encoding"));
    layers.put("plugin", Set.of("record"));
    layers.put("expression", Set.of("encoding", "record", "plugin"));
    layers.put("window", Set.of("encoding", "record"));
    layers.put("aggregate", Set.of("encoding", "record", "plugin", "expression"));
    layers.put("contract", Set.of("encoding", "record", "plugin", "expression", "window"));
    layers.put(
        "enrichment", Set.of("encoding", "record", "plugin", "expression", "window", "contract"));
    layers.put("view", Set.of("encoding", "record", "expression", "window", "aggregate"));
    layers.put("ledger", Set.copyOf(layers.keySet()));
    layers.put("plan", Set.copyOf(layers.keySet()));
    layers.put("pipeline", Set.copyOf(layers.keySet()));
    return layers;
  }

  private static boolean isAmbient(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return AMBIENT_CALLS.contains(owner + "." + name)
        || (owner.startsWith("java.time.") && name.equals("now"))
        || (access.getTarget() instanceof ConstructorCallTarget constructor
            && AMBIENT_WITHOUT_ARGUMENTS.contains(owner)
            && constructor.getRawParameterTypes().isEmpty());
  }

  private static boolean isMachinery(JavaClass type) {
    return MACHINERY.contains(type.getName())
        || type.isAssignableTo("java.util.concurrent.Executor");
  }
}
