package dev.escala.pursuit.taken;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files of imports in pieces, so that neither keeping nor reading one needs more
 * memory than a piece.
 */
@Repository
class UploadRepository {

	private static final int PIECE = 256 * 1024;

	private final JdbcClient jdbc;

	UploadRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a file.
	 * @return how many bytes it has
	 */
	long keep(long importId, InputStream content) throws IOException {
		long bytes = 0;
		byte[] rest = new byte[0];
		for (int part = 0;; part++) {
			byte[] more = content.readNBytes(PIECE);
			if (more.length == 0 && rest.length == 0) {
				return bytes;
			}
			byte[] all = Arrays.copyOf(rest, rest.length + more.length);
			System.arraycopy(more, 0, all, rest.length, more.length);
			// Not through a character: what is erased later is looked for piece by piece.
			int end = (more.length < PIECE) ? all.length : whole(all);
			rest = Arrays.copyOfRange(all, end, all.length);
			this.jdbc.sql("INSERT INTO sale_import_part (import_id, part, content) VALUES (?, ?, ?)")
				.params(importId, part, Arrays.copyOf(all, end))
				.update();
			bytes += end;
		}
	}

	/** Where the last character that is whole in UTF-8 ends. */
	private static int whole(byte[] bytes) {
		for (int back = 1; back <= 4 && back < bytes.length; back++) {
			int one = bytes[bytes.length - back] & 0xFF;
			if (one < 0x80) {
				return bytes.length - back + 1;
			}
			if (one >= 0xC0) {
				return bytes.length - back;
			}
		}
		return bytes.length;
	}

	/** The file from its beginning; empty where it is forgotten. */
	InputStream open(long importId) {
		return new Pieces(importId);
	}

	private Optional<byte[]> piece(long importId, int part) {
		return this.jdbc.sql("SELECT content FROM sale_import_part WHERE import_id = ? AND part = ?")
			.params(importId, part)
			.query(Row.as((row) -> row.bytes("content")))
			.optional();
	}

	void forget(long importId) {
		this.jdbc.sql("DELETE FROM sale_import_part WHERE import_id = ?").param(importId).update();
		this.jdbc.sql("DELETE FROM sale_import_seen WHERE import_id = ?").param(importId).update();
	}

	/** Reads one piece after the other. */
	private final class Pieces extends InputStream {

		private final long importId;

		private byte[] piece = new byte[0];

		private int at;

		private int next;

		private Pieces(long importId) {
			this.importId = importId;
		}

		@Override
		public int read() {
			return more() ? this.piece[this.at++] & 0xFF : -1;
		}

		@Override
		public int read(byte[] into, int offset, int length) {
			if (length == 0) {
				return 0;
			}
			if (!more()) {
				return -1;
			}
			int count = Math.min(length, this.piece.length - this.at);
			System.arraycopy(this.piece, this.at, into, offset, count);
			this.at += count;
			return count;
		}

		private boolean more() {
			while (this.at == this.piece.length) {
				byte[] following = piece(this.importId, this.next).orElse(null);
				if (following == null) {
					return false;
				}
				this.piece = following;
				this.at = 0;
				this.next++;
			}
			return true;
		}

	}

}
