#!/usr/bin/env bash
# Apache mime4j 0.8.14 (apache-mime4j-core), JDK 17
#
# An encoded word of a subject may say in which language it is, behind its charset: =?iso-8859-1*es?Q?a=F1o?= (RFC 2231,
# 5). One would guess that the language changes nothing in what is decoded. But the charset is then looked up together
# with the language, is found unknown, and the bytes are read in the fallback: UTF-8 words come out right, by chance,
# and each accented letter of all others is lost. No exception says so; whoever asks for strict decoding gets the same.
#
# Seen:
#   =?iso-8859-1?Q?a=F1o?=: aeneo
#   =?iso-8859-1*es?Q?a=F1o?=: aLOST o
#   =?utf-8*es?Q?a=C3=B1o?=: aeneo
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
			<groupId>org.apache.james</groupId>
			<artifactId>apache-mime4j-core</artifactId>
			<version>0.8.14</version>
		</dependency>
	</dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
import java.nio.charset.StandardCharsets;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

public class Finding {

	public static void main(String[] args) {
		for (String word : new String[] { "=?iso-8859-1?Q?a=F1o?=", "=?iso-8859-1*es?Q?a=F1o?=",
				"=?utf-8*es?Q?a=C3=B1o?=" }) {
			String read = DecoderUtil.decodeEncodedWords(word, DecodeMonitor.STRICT, StandardCharsets.UTF_8);
			System.out.println(word + ": " + read.replace("\u00f1", "ene").replace("\ufffd", "LOST "));
		}
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' '=?iso-8859-1?Q?a=F1o?=: aeneo' '=?iso-8859-1*es?Q?a=F1o?=: aLOST o' '=?utf-8*es?Q?a=C3=B1o?=: aeneo') <(echo "$seen")
