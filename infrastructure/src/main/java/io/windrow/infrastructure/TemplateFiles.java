package io.windrow.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is taken out of a cloud assembly for those who deploy without the CDK. */
record TemplateFiles(String pipeline, Path assembly, Path output) {
  private static final String ASSET = "asset.";
  private static final String TEMPLATE = ".template.json";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  /**
   * Writes the templates and the zip.
   *
   * @param parameter the template's parameter that names the zip's bucket
   * @return the commands that deploy them
   */
  List<String> write(String parameter) throws IOException {
    Files.createDirectories(output);
    for (String stack : List.of("-data", "-run")) {
      String name = pipeline + stack + TEMPLATE;
      Files.copy(assembly.resolve(name), output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Path asset = asset();
    String zip = asset.getFileName().toString().substring(ASSET.length()) + ".zip";
    zip(asset, output.resolve(zip));
    return commands(zip, parameter);
  }

  private Path asset() throws IOException {
    try (Stream<Path> files = Files.list(assembly)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> file.getFileName().toString().startsWith(ASSET))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the app has no asset in " + assembly));
    }
  }

  /** The same content makes the same bytes: entries in order, and all of one time. */
  private static void zip(Path directory, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(directory.relativize(path).toString().replace('\\', '/'));
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(path, zip);
        zip.closeEntry();
      }
    }
  }

  private List<String> commands(String zip, String parameter) {
    String deploy =
        "aws cloudformation deploy --capabilities CAPABILITY_IAM --s3-bucket BUCKET --stack-name %s%s --template-file %s";
    return List.of(
        "Deploy it so, with a bucket of yours for BUCKET that is in the region you deploy to:",
        "  aws s3 cp %s s3://BUCKET/".formatted(quoted(zip)),
        "  " + deploy.formatted(pipeline, "-data", quoted(pipeline + "-data" + TEMPLATE)),
        "  aws cloudformation update-termination-protection --enable-termination-protection --stack-name %s-data"
            .formatted(pipeline),
        "  "
            + deploy.formatted(pipeline, "-run", quoted(pipeline + "-run" + TEMPLATE))
            + " --parameter-overrides "
            + parameter
            + "=BUCKET");
  }

  /** A written file as a shell takes it for one word. */
  private String quoted(String file) {
    String path = output.resolve(file).toString();
    return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
