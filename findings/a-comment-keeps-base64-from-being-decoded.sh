#!/usr/bin/env bash
# Apache mime4j 0.8.14 (apache-mime4j-core), JDK 17
#
# A part of a mail says in Content-Transfer-Encoding how it is written, and may say more to people in parentheses:
# comments are allowed in all headers of MIME but Content-Description and have no meaning (RFC 2045, 3), and some
# gateways write them. The token stream has getDecodedInputStream() for reading what was written. One would guess that a
# comment changes nothing, as it changes nothing behind a Content-Type. But with a comment behind it the coding is taken
# as an unknown one: the stream gives the base64 as it stands, and no event or exception says so.
# getContentTransferEncoding() returns the comment, too.
#
# Seen:
#   base64: Hola
#   base64 (by the gateway): SG9sYQ==
#   text/plain (by the gateway), base64: Hola
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
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

public class Finding {

	public static void main(String[] args) throws Exception {
		System.out.println("base64: " + read("text/plain", "base64"));
		System.out.println("base64 (by the gateway): " + read("text/plain", "base64 (by the gateway)"));
		System.out.println("text/plain (by the gateway), base64: " + read("text/plain (by the gateway)", "base64"));
	}

	private static String read(String type, String coding) throws Exception {
		String mail = "From: ana@cliente.example\r\nSubject: Hola\r\nMIME-Version: 1.0\r\nContent-Type: " + type
				+ "\r\nContent-Transfer-Encoding: " + coding + "\r\n\r\nSG9sYQ==\r\n";
		MimeTokenStream tokens = new MimeTokenStream();
		tokens.parse(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
		EntityState state = tokens.getState();
		while (state != EntityState.T_BODY) {
			state = tokens.next();
		}
		return new String(tokens.getDecodedInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' 'base64: Hola' 'base64 (by the gateway): SG9sYQ==' 'text/plain (by the gateway), base64: Hola') <(echo "$seen")
