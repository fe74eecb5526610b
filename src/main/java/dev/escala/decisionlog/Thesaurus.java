package dev.escala.decisionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.startup.StartupProblem;

import org.springframework.core.io.Resource;

/**
 * Words that mean the same: UTF-8 text, one group on each line, its words or phrases
 * separated by commas; what follows a {@code #} is a comment.
 *
 * @param groups each with at least two words or phrases
 */
record Thesaurus(List<Group> groups) {

	private static final int LONGEST_ENTRY = 60;

	private static final long LARGEST = 1_000_000;

	/**
	 * Reads a file.
	 * @throws StartupProblem in one sentence where it cannot be read or a line is none
	 */
	static Thesaurus read(Resource file) {
		List<Group> groups = new ArrayList<>();
		int number = 0;
		for (String line : text(file).split("\\R", -1)) {
			number++;
			String written = line.replaceFirst("#.*", "").strip();
			if (!written.isEmpty()) {
				groups.add(group(file, number, written));
			}
		}
		return new Thesaurus(List.copyOf(groups));
	}

	private static Group group(Resource file, int line, String written) {
		List<String> entries = Stream.of(written.split(",", -1)).map(String::strip).distinct().toList();
		if (entries.size() < 2) {
			throw problem(file, line, "names only one word: a group needs two or more, separated by commas");
		}
		for (String entry : entries) {
			if (entry.isEmpty()) {
				throw problem(file, line, "has nothing between two commas, or before or after one");
			}
			if (entry.length() > LONGEST_ENTRY) {
				throw problem(file, line, "has a phrase of more than " + LONGEST_ENTRY
						+ " characters: separate words or phrases by commas");
			}
		}
		return new Group(line, entries);
	}

	private static String text(Resource file) {
		try {
			if (file.contentLength() > LARGEST) {
				throw problem(file, "is larger than 1 MB");
			}
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(file.getContentAsByteArray()))
				.toString();
			// Some editors write a mark before the first letter.
			return Normalizer.normalize(text.startsWith("\uFEFF") ? text.substring(1) : text, Normalizer.Form.NFC);
		}
		catch (CharacterCodingException ex) {
			throw problem(file, "is not UTF-8 text");
		}
		catch (IOException ex) {
			throw problem(file, "cannot be read");
		}
	}

	static StartupProblem problem(Resource file, int line, String what) {
		return problem(file, "line " + line + ", " + what);
	}

	private static StartupProblem problem(Resource file, String what) {
		return new StartupProblem("The thesaurus of the register of decisions, " + file.getDescription() + ", " + what
				+ ": correct the file, or change escala.decision-log.thesaurus"
				+ " (a path begins with \"file:\"; without the setting Escala uses its own).");
	}

	/**
	 * Words or phrases that mean the same.
	 *
	 * @param line where the file names them
	 * @param entries as they were written
	 */
	record Group(int line, List<String> entries) {
	}

}
