package dev.escala.modelgate;

import java.util.Optional;
import java.util.Set;

import dev.escala.reference.UserId;

/** What takes effect already, whoever deployed it. */
public interface Deployed {

	/** Nothing: on the command line, only the files and the vocabulary count. */
	Deployed NOTHING = new Deployed() {
	};

	/** The keys of processes. */
	default Set<String> processes() {
		return Set.of();
	}

	/** The keys of decisions. */
	default Set<String> decisions() {
		return Set.of();
	}

	/** The ids of forms. */
	default Set<String> forms() {
		return Set.of();
	}

	/** The ids of groups. */
	default Set<String> groups() {
		return Set.of();
	}

	/** Whether somebody with this user id is there; on the command line everybody is. */
	default boolean hasPerson(UserId person) {
		return true;
	}

	/** Whether an expression would find a bean of that name, on the list or not. */
	default boolean hasBean(String name) {
		return false;
	}

	/** The newest file with a form, or empty. */
	default Optional<ModelFile> form(String id) {
		return Optional.empty();
	}

	/**
	 * Whether this release of Escala brings along a file with this content: it may change
	 * the words of a version that an older one had.
	 */
	default boolean isBrought(ModelFile file) {
		return false;
	}

	/** Of how many running processes the models show a form. */
	default long running(String form) {
		return 0;
	}

	/**
	 * The newest file in which a process or decision has a version tag, or empty.
	 * @param key of the process or the decision
	 */
	default Optional<ModelFile> tagged(String key, String versionTag) {
		return Optional.empty();
	}

}
