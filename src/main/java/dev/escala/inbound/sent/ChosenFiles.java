package dev.escala.inbound.sent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.web.multipart.MultipartFile;

/**
 * The files that somebody chose. Nothing of them is in memory until they are kept.
 *
 * @param files without what a browser sends for a field in which nothing was chosen
 */
public record ChosenFiles(List<MultipartFile> files) {

	/** As many come at once at most. */
	public static final int MOST = 5;

	/** What came with a form; {@code null} where it has no such field. */
	public static ChosenFiles of(List<MultipartFile> sent) {
		return new ChosenFiles((sent == null) ? List.of()
				: sent.stream()
					.filter((file) -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
					.toList());
	}

	public boolean isEmpty() {
		return this.files.isEmpty();
	}

	/** Why the files are not taken, if they are not. */
	public Optional<Problem> problem(SentFiles kept) throws IOException {
		if (this.files.size() > MOST) {
			return Optional.of(new Problem("problem.files.many", String.valueOf(this.files.size())));
		}
		for (MultipartFile file : this.files) {
			if (kept.isTooLarge(file.getSize())) {
				return Optional.of(new Problem("problem.files.large", file.getOriginalFilename()));
			}
		}
		return read().stream()
			.filter((file) -> !kept.isTaken(file))
			.findFirst()
			.map((file) -> new Problem("problem.files.kind", file.name()));
	}

	/** The files with what is in them. */
	public List<SentFile> read() throws IOException {
		List<SentFile> read = new ArrayList<>();
		for (MultipartFile file : this.files) {
			read.add(new SentFile(file.getOriginalFilename(), file.getBytes()));
		}
		return read;
	}

	/** What they contain, by which equal ones are known. */
	public List<String> digests() throws IOException {
		List<String> digests = new ArrayList<>();
		for (MultipartFile file : this.files) {
			try (InputStream in = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
				in.transferTo(OutputStream.nullOutputStream());
				digests.add(HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest()));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return digests;
	}

	/**
	 * Why they are not taken.
	 *
	 * @param key of the sentence, in which 1 is {@link #MOST} and 2 the megabytes
	 * @param name which file, or how many there are
	 */
	public record Problem(String key, String name) {
	}

}
