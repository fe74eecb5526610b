package dev.escala.lessons;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records lessons learned and finds them again (001-34). */
@Service
public class Lessons {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = LessonRepository.SORT.names();

	private static final int LONGEST_TEXT = 4000;

	private static final int LONGEST_SEARCH = 200;

	private final LessonRepository repository;

	private final Visibility visibility;

	private final Clock clock;

	Lessons(LessonRepository repository, Visibility visibility, Clock clock) {
		this.repository = repository;
		this.visibility = visibility;
		this.clock = clock;
	}

	/**
	 * Records a lesson in the caller's transaction.
	 * @param caseNumber the case that taught it
	 * @param text the lesson, 1 to 4000 characters
	 * @param author user id
	 * @return whether it was new: the same words are recorded once for a case
	 */
	@Transactional
	public boolean add(CaseNumber caseNumber, String text, UserId author) {
		Fields fields = new Fields();
		String kept = fields.required("lessonsLearned", "lo que se ha aprendido", text, LONGEST_TEXT);
		fields.done();
		return this.repository.add(caseNumber, kept, author, this.clock.instant());
	}

	/** The lessons of a case, oldest first. */
	public List<Lesson> lessons(CaseNumber caseNumber) {
		return this.repository.lessons(caseNumber);
	}

	/**
	 * Finds lessons that contain every word, without regard to case and accents. What was
	 * learned is for everybody; the case that taught it is named only to who may see it.
	 * @param words the words, or {@code null} or blank for all lessons; at most 200
	 * characters
	 * @param part which part, sorted by {@link #SORTABLE}
	 */
	@Transactional(readOnly = true)
	public Page<Lesson> search(String words, PageRequest part) {
		Fields fields = new Fields();
		String text = fields.optional("search", "la búsqueda", words, LONGEST_SEARCH);
		fields.done();
		Page<Lesson> found = this.repository.page(text, part);
		Set<CaseNumber> seen = this.visibility
			.seenOf(found.items().stream().map(Lesson::caseNumber).distinct().toList());
		return found.map((lesson) -> seen.contains(lesson.caseNumber()) ? lesson : lesson.withoutCase());
	}

}
