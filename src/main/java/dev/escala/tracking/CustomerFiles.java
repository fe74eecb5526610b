package dev.escala.tracking;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;

import org.springframework.web.multipart.MultipartFile;

/** What keeps the files that customers send from their page. */
public interface CustomerFiles {

	/** As many come with one message at most. */
	int most();

	/** How large each may be. */
	long maxMegabytes();

	/** Why they are not taken, if they are not. */
	Optional<Problem> problem(List<MultipartFile> chosen) throws IOException;

	/**
	 * Keeps them with a matter, in the caller's transaction.
	 * @param sender the address by which they are found again, or {@code null}
	 * @return what they are called from now on; nothing where none was chosen
	 */
	List<String> keep(CaseNumber number, String sender, List<MultipartFile> chosen);

	/**
	 * Why files are not taken.
	 *
	 * @param key of the sentence, in which 1 is how many come at most and 2 the megabytes
	 * @param name which file, or how many there are
	 */
	record Problem(String key, String name) {
	}

}
