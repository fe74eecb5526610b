package dev.escala.inbound.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.tracking.CustomerFiles;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files from the customers' page are kept like those of a complaint. */
@Component
class FilesOfCustomers implements CustomerFiles {

	private final SentFiles sentFiles;

	FilesOfCustomers(SentFiles sentFiles) {
		this.sentFiles = sentFiles;
	}

	@Override
	public int most() {
		return ChosenFiles.MOST;
	}

	@Override
	public long maxMegabytes() {
		return this.sentFiles.maxMegabytes();
	}

	@Override
	public Optional<Problem> problem(List<MultipartFile> chosen) throws IOException {
		return ChosenFiles.of(chosen).problem(this.sentFiles).map((one) -> new Problem(one.key(), one.name()));
	}

	@Override
	public List<String> keep(CaseNumber number, String sender, List<MultipartFile> chosen) {
		ChosenFiles files = ChosenFiles.of(chosen);
		try {
			return files.isEmpty() ? List.of() : this.sentFiles.keep(number, sender, files.read());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
