// Starts the CDK app, or says what to do first: Node is what the CDK's command line runs on anyway.
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const classpath = join(home, 'target', 'app.classpath');
const parts = [
  join(home, 'target', 'classes', 'io', 'windrow', 'infrastructure', 'WindrowApp.class'),
  join(home, 'target', 'classes', 'asset', 'lib'),
  classpath,
];
const missing = parts.filter((part) => !existsSync(part));
if (missing.length > 0) {
  console.error(
    `The app is not built: ${missing[0]} is missing. Run this at the root of the repository, then try again:\n` +
      '  ./mvnw package -DskipTests -pl infrastructure -am');
  process.exit(1);
}
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const app = spawnSync(
  java,
  [
    '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto',
    '-cp', join(home, 'target', 'classes') + delimiter + readFileSync(classpath, 'utf8').trim(),
    'io.windrow.infrastructure.WindrowApp',
  ],
  { stdio: 'inherit', env: { ...process.env, CDK_VALIDATION: 'false' } });
if (app.error) {
  console.error(
    `Java could not be started (${app.error.message}): install a JDK of version 17 or later, or set JAVA_HOME to one.`);
}
process.exit(app.status ?? 1);
