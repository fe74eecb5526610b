package dev.escala.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A CSV file is read as spreadsheets and other systems write it")
class CsvUploadTests {

	@Test
	void readsTheSameFromEveryShape() throws IOException {
		String text = "code,name\nA1,\"Ñandú, S. A.\"\nA2,?\n";
		List<String> expected = List.of("2 A1 Ñandú, S. A.", "3 A2 null");

		assertThat(read(text, StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(read("\uFEFF" + text, StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(read(text, Charset.forName("windows-1252"))).isEqualTo(expected);
		assertThat(read(text, StandardCharsets.UTF_16)).isEqualTo(expected);
		assertThat(read(text.replace("\n", "\r\n"), StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(read("code;name\nA1;Ñandú, S. A.\nA2;?\n", StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(read("code\tname\nA1\tÑandú, S. A.\nA2\t?", StandardCharsets.UTF_8)).isEqualTo(expected);
		assertThat(read(" Code ,NAME,extra\nA1,\"Ñandú, S. A.\",\nA2, ,9\n", StandardCharsets.UTF_8))
			.isEqualTo(expected);
	}

	@Test
	@DisplayName("Line numbers are those of the file, also after empty lines and line ends in quotes")
	void countsLines() throws IOException {
		assertThat(read("code,name\n\n\nA1,\"two\nlines\"\n\nA2,x", StandardCharsets.UTF_8))
			.containsExactly("4 A1 two\nlines", "7 A2 x");
	}

	@Test
	@DisplayName("A row of the wrong width is told and the others are read")
	void toldRows() throws IOException {
		assertThat(read("code,name\nA1\nA2,x,y\nA3,z,\n", StandardCharsets.UTF_8)).containsExactly(
				"2 ! La fila tiene 1 columna y la cabecera, 2.", "3 ! La fila tiene 3 columnas y la cabecera, 2.",
				"4 A3 z");
	}

	@Test
	@DisplayName("A quote that is never closed is told with its line; what stands above is kept")
	void unterminatedQuote() throws IOException {
		assertThat(read("code,name\nA1,x\nA2,\"y\nA3,z\n", StandardCharsets.UTF_8)).hasSize(2)
			.first()
			.isEqualTo("2 A1 x");
		assertThat(read("code,name\nA1,x\nA2,\"y\nA3,z\n", StandardCharsets.UTF_8).get(1)).startsWith("3 ! ")
			.contains("comillas");
		assertThat(read("code,name\nA1,x\nA2,\"y" + "\nA3,z".repeat(500_000), StandardCharsets.UTF_8)).hasSize(2);
	}

	@Test
	void refusesWholeFiles() {
		assertThatThrownBy(() -> read("", StandardCharsets.UTF_8)).isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("vacío");
		assertThatThrownBy(() -> read("\uFEFF\n\n", StandardCharsets.UTF_8)).hasMessageContaining("vacío");
		assertThatThrownBy(() -> read("code,nome\n1,2", StandardCharsets.UTF_8))
			.hasMessageContaining("Faltan columnas en la cabecera: name.");
		assertThatThrownBy(() -> read("code,code,name\n", StandardCharsets.UTF_8)).hasMessageContaining("dos veces");
		assertThatThrownBy(() -> read("\"code,name\n1,2", StandardCharsets.UTF_8)).hasMessageContaining("comillas");
	}

	@Test
	@DisplayName("A file of 50 MB is streamed")
	void streams() throws IOException {
		long[] rows = new long[1];
		byte[] header = "code,name\n".getBytes(StandardCharsets.UTF_8);
		byte[] quoted = "A1,\"a name that is fifty characters long, ok\"\n".getBytes(StandardCharsets.UTF_8);
		int count = 50_000_000 / quoted.length;
		InputStream content = new java.io.SequenceInputStream(new ByteArrayInputStream(header),
				new RepeatedBytes(quoted, count));
		try (CsvUpload upload = CsvUpload.of(content)) {
			upload.read(List.of("code", "name"), new CsvUpload.Rows() {

				@Override
				public void row(CsvUpload.Row cells) {
					rows[0]++;
				}

				@Override
				public void rejected(long line, String reason) {
					throw new AssertionError(line + reason);
				}

			});
		}
		assertThat(rows[0]).isEqualTo(count);
	}

	private static List<String> read(String text, Charset charset) throws IOException {
		List<String> read = new ArrayList<>();
		try (CsvUpload upload = CsvUpload.of(new ByteArrayInputStream(text.getBytes(charset)))) {
			upload.read(List.of("code", "name"), new CsvUpload.Rows() {

				@Override
				public void row(CsvUpload.Row row) {
					read.add(row.line() + " " + row.text("code") + " " + row.text("name"));
				}

				@Override
				public void rejected(long line, String reason) {
					read.add(line + " ! " + reason);
				}

			});
		}
		return read;
	}

	/** The same bytes again and again. */
	private static final class RepeatedBytes extends InputStream {

		private final byte[] bytes;

		private long left;

		private int at;

		RepeatedBytes(byte[] bytes, int times) {
			this.bytes = bytes;
			this.left = (long) bytes.length * times;
		}

		@Override
		public int read() {
			if (this.left == 0) {
				return -1;
			}
			this.left--;
			byte next = this.bytes[this.at];
			this.at = (this.at + 1) % this.bytes.length;
			return next;
		}

	}

}
