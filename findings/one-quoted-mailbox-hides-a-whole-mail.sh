#!/usr/bin/env bash
# Eclipse Angus Mail 2.0.5 (jakarta.mail), GreenMail 2.1.13 as IMAP server on loopback, JDK 17
#
# An address may have blanks before its at sign if these stand in quotes: "luis gil"@cliente.example (RFC 5322, 3.4.1).
# A server gives such an address in the ENVELOPE of a mail without the quotes, as it should (RFC 3501, 7.4.2: "after
# removing RFC-2822 quoting"). One would guess that the client puts them back. It does not, finds the address illegal,
# and refuses the whole envelope: of a mail that has such an address anywhere among its recipients, neither subject nor
# sender nor size can be asked for. The words of the exception do not name the address. The source of the mail can be
# fetched, and is whole.
#
# Seen:
#   the address is valid
#   luis: Hola
#   luis gil: Failed to load IMAP envelope
#   its source: Hola
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
			<groupId>com.icegreen</groupId>
			<artifactId>greenmail</artifactId>
			<version>2.1.13</version>
		</dependency>
		<dependency>
			<groupId>org.eclipse.angus</groupId>
			<artifactId>jakarta.mail</artifactId>
			<version>2.0.5</version>
		</dependency>
	</dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.imap.IMAPMessage;

public class Finding {

	public static void main(String[] args) throws Exception {
		new InternetAddress("\"luis gil\"@cliente.example", true).validate();
		System.out.println("the address is valid");
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
		server.start();
		GreenMailUser user = server.setUser("soporte@escala.example", "soporte", "clave");
		for (String recipient : new String[] { "luis@cliente.example", "\"luis gil\"@cliente.example" }) {
			String mail = "From: ana@cliente.example\r\nTo: soporte@escala.example\r\nCc: " + recipient
					+ "\r\nSubject: Hola\r\n\r\nHola\r\n";
			user.deliver(new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
		}
		Properties settings = new Properties();
		settings.setProperty("mail.imap.port", String.valueOf(server.getImap().getPort()));
		Store store = Session.getInstance(settings).getStore("imap");
		store.connect("127.0.0.1", "soporte", "clave");
		Folder folder = store.getFolder("INBOX");
		folder.open(Folder.READ_ONLY);
		System.out.println("luis: " + subject(folder.getMessage(1)));
		System.out.println("luis gil: " + subject(folder.getMessage(2)));
		String source = new String(((IMAPMessage) folder.getMessage(2)).getMimeStream().readAllBytes(),
				StandardCharsets.US_ASCII);
		System.out.println("its source: " + (source.contains("Subject: Hola") ? "Hola" : "gone"));
		store.close();
		server.stop();
	}

	private static String subject(Message message) {
		try {
			return message.getSubject();
		}
		catch (MessagingException ex) {
			return ex.getMessage();
		}
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' 'the address is valid' 'luis: Hola' 'luis gil: Failed to load IMAP envelope' 'its source: Hola') <(echo "$seen")
