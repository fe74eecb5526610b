#!/usr/bin/env bash
# GreenMail 2.1.13, Eclipse Angus Mail 2.0.5 (jakarta.mail) as client, JDK 17
#
# A mail to hidden recipients says "To: undisclosed-recipients:;", a group without members (RFC 5322, 3.4; many servers
# write just this line). In the ENVELOPE of IMAP a group begins with an address without a host, its name being the
# mailbox, and ends with one without both (RFC 3501, 7.4.2). One would guess that GreenMail, against which tests are
# written, says so, too. It gives one address instead, of the mailbox "undisclosed-recipients:;" at the host "", and of
# a group with members its first name is "Equipo: ana@cliente.example, luis" at the host "cliente.example;". Angus Mail
# then refuses the whole envelope: neither subject nor size can be asked for: a test fails over a mail that is as it
# should be.
#
# Seen:
#   nobody: (NIL NIL "undisclosed-recipients:;" "")
#   a team: (NIL NIL "Equipo: ana@cliente.example, luis" "cliente.example;")
#   subject: Failed to load IMAP envelope
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
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;

public class Finding {

	public static void main(String[] args) throws Exception {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
		server.start();
		GreenMailUser user = server.setUser("soporte@escala.example", "soporte", "clave");
		for (String to : new String[] { "undisclosed-recipients:;", "Equipo: ana@cliente.example, luis@cliente.example;" }) {
			String mail = "From: ana@cliente.example\r\nTo: " + to + "\r\nSubject: Hola\r\n\r\nHola\r\n";
			user.deliver(new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
		}
		try (Socket socket = new Socket("127.0.0.1", server.getImap().getPort())) {
			BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
			in.readLine();
			say(socket, in, "a login soporte clave");
			say(socket, in, "b select INBOX");
			System.out.println("nobody: " + recipient(say(socket, in, "c fetch 1 (ENVELOPE)")));
			System.out.println("a team: " + recipient(say(socket, in, "d fetch 2 (ENVELOPE)")));
		}
		Properties settings = new Properties();
		settings.setProperty("mail.imap.port", String.valueOf(server.getImap().getPort()));
		Store store = Session.getInstance(settings).getStore("imap");
		store.connect("127.0.0.1", "soporte", "clave");
		Folder folder = store.getFolder("INBOX");
		folder.open(Folder.READ_ONLY);
		try {
			System.out.println("subject: " + folder.getMessage(1).getSubject());
		}
		catch (MessagingException ex) {
			System.out.println("subject: " + ex.getMessage());
		}
		store.close();
		server.stop();
	}

	private static String say(Socket socket, BufferedReader in, String command) throws Exception {
		OutputStream out = socket.getOutputStream();
		out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
		StringBuilder answer = new StringBuilder();
		String line = in.readLine();
		while (!line.startsWith(command.substring(0, 2))) {
			answer.append(line);
			line = in.readLine();
		}
		return answer.toString();
	}

	/** The fourth list of addresses: from, sender, reply-to, to. */
	private static String recipient(String envelope) {
		return envelope.substring(envelope.lastIndexOf("((") + 1, envelope.lastIndexOf("))", envelope.length() - 5) + 1);
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' 'nobody: (NIL NIL "undisclosed-recipients:;" "")' 'a team: (NIL NIL "Equipo: ana@cliente.example, luis" "cliente.example;")' 'subject: Failed to load IMAP envelope') <(echo "$seen")
