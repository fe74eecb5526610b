#!/usr/bin/env bash
# MyBatis 3.5.15 (its copy of OGNL), Camunda 7.24.0 (camunda-engine), JDK 17
#
# MyBatis evaluates the conditions of a statement, <if test="…">, with OGNL, which keeps what it has found out about the
# properties of a class. One would guess that reading one costs the same however the condition names it, after the first
# time. But a name that begins with "is" or "get", as the getter itself is called, is no property of the bean; OGNL then
# goes through all methods of the class in small letters, at each reading, and keeps nothing of it. The statements of
# Camunda's queries name many so: a task query reads "isOrQueryActive" and "isRevokeAuthorizationCheckEnabled" of large
# classes again and again. Here, for a task query, such a name costs over twenty times as much as a property does.
#
# Seen:
#   both answer: false, false
#   orQueryActive is cheap beside isOrQueryActive, over 20 times: true
#   asked a hundred thousand times more it stays so: true
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/src/main/java"
cat > "$folder/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
	<modelVersion>4.0.0</modelVersion>
	<groupId>finding</groupId>
	<artifactId>finding</artifactId>
	<version>1</version>
	<properties>
		<maven.compiler.release>17</maven.compiler.release>
		<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
	</properties>
	<dependencies>
		<dependency>
			<groupId>org.camunda.bpm</groupId>
			<artifactId>camunda-engine</artifactId>
			<version>7.24.0</version>
		</dependency>
		<dependency>
			<groupId>org.mybatis</groupId>
			<artifactId>mybatis</artifactId>
			<version>3.5.15</version>
		</dependency>
	</dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
import java.util.Map;

import org.apache.ibatis.scripting.xmltags.OgnlCache;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

public class Finding {

	private static final Map<String, Object> PARAMETERS = Map.of("query", new TaskQueryImpl());

	public static void main(String[] args) {
		System.out.println("both answer: " + read("query.orQueryActive") + ", " + read("query.isOrQueryActive"));
		System.out.println("orQueryActive is cheap beside isOrQueryActive, over 20 times: " + isFarApart(2_000));
		for (int i = 0; i < 100_000; i++) {
			read("query.isOrQueryActive");
		}
		System.out.println("asked a hundred thousand times more it stays so: " + isFarApart(2_000));
	}

	private static Object read(String condition) {
		return OgnlCache.getValue(condition, PARAMETERS);
	}

	/** In turn, so that both meet the same machine; the best of ten counts. */
	private static boolean isFarApart(int times) {
		long property = Long.MAX_VALUE;
		long getter = Long.MAX_VALUE;
		for (int round = 0; round < 10; round++) {
			property = Math.min(property, nanoseconds("query.orQueryActive", times));
			getter = Math.min(getter, nanoseconds("query.isOrQueryActive", times));
		}
		System.err.println(getter / times + " ns against " + property / times);
		return getter > 20 * property;
	}

	private static long nanoseconds(String condition, int times) {
		long begun = System.nanoTime();
		for (int i = 0; i < times; i++) {
			read(condition);
		}
		return System.nanoTime() - begun;
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
[ -z "${SHOW_TIMES:-}" ] || cat "$folder/log"
diff <(printf '%s\n' 'both answer: false, false' 'orQueryActive is cheap beside isOrQueryActive, over 20 times: true' 'asked a hundred thousand times more it stays so: true') <(echo "$seen")
