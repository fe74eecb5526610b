package dev.escala.complaint.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.escala.inbound.sent.SentFile;

import org.springframework.web.multipart.MultipartFile;

/**
 * The files that somebody chose. Nothing of them is in memory until they are kept.
 *
 * @param files without what a browser sends for a field in which nothing was chosen
 */
record ChosenFiles(List<MultipartFile> files) {

	/** As many come with a complaint at most. */
	static final int MOST = 5;

	static ChosenFiles of(List<MultipartFile> sent) {
		return new ChosenFiles((sent == null) ? List.of()
				: sent.stream()
					.filter((file) -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
					.toList());
	}

	boolean isEmpty() {
		return this.files.isEmpty();
	}

	/** The files with what is in them. */
	List<SentFile> read() throws IOException {
		List<SentFile> read = new ArrayList<>();
		for (MultipartFile file : this.files) {
			read.add(new SentFile(file.getOriginalFilename(), file.getBytes()));
		}
		return read;
	}

	/** What they contain, by which equal ones are known. */
	List<String> digests() throws IOException {
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
	 * @param key of the sentence
	 * @param name which file, or how many there are
	 */
	record Problem(String key, String name) {
	}

}
