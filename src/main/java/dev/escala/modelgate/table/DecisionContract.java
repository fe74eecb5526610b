package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the program asks a decision and what it can do with the answer.
 *
 * @param several whether it takes the answers of several rules
 * @param silent whether no answer at all is one, too
 * @param inputs what it gives, by name
 * @param outputs what it reads, by name
 * @param never what must not come together
 * @param apart terms that must not end at the same instant, or {@code null}
 */
record DecisionContract(boolean several, boolean silent, Map<String, Asked> inputs, Map<String, Answered> outputs,
		List<Forbidden> never, Asunder apart) {

	DecisionContract {
		never = (never == null) ? List.of() : never;
	}

	/**
	 * What is given for an input.
	 *
	 * @param type as a table writes it
	 * @param values the texts that come; empty where they are no list
	 * @param open whether a table may name more of them
	 * @param from the least number that comes, or {@code null}
	 */
	record Asked(String type, List<String> values, boolean open, BigDecimal from) {

		Asked {
			values = (values == null) ? List.of() : values;
		}

	}

	/**
	 * What is read of an output.
	 *
	 * @param form what it must be
	 * @param values for {@link Form#CHOICE} all, for {@link Form#GROUP} those beside
	 * groups
	 * @param counting for {@link Form#TERM} the output that says what counts
	 * @param from for {@link Form#NUMBER} the least
	 * @param to for {@link Form#NUMBER} the most
	 */
	record Answered(Form form, List<String> values, String counting, BigDecimal from, BigDecimal to) {

		Answered {
			values = (values == null) ? List.of() : values;
		}

	}

	/**
	 * Values that no rule may bring together.
	 *
	 * @param together inputs and outputs by name, each with a value
	 * @param why a sentence in Spanish
	 */
	record Forbidden(Map<String, Object> together, String why) {
	}

	/**
	 * Terms that must not end at the same instant, whatever the other inputs are.
	 *
	 * @param by the input that says which term is asked
	 * @param length the output with its length
	 * @param counting the output that says what counts
	 * @param one values of that input, each with those that follow each other
	 * @param other those that none of the first may end with
	 * @param why a sentence in Spanish that follows a colon
	 */
	record Asunder(String by, String length, String counting, List<List<String>> one, List<List<String>> other,
			String why) {
	}

	/** What an answer must be. */
	enum Form {

		/** A truth value. */
		FLAG,

		/** A whole number. */
		NUMBER,

		/** One of a list. */
		CHOICE,

		/** The id of one group. */
		GROUP,

		/** Hours and minutes such as {@code PT4H}, at least a minute. */
		TIME,

		/** Whole days such as {@code P7D}. */
		DAYS,

		/** A length that fits what another output counts. */
		TERM,

		/** A date such as {@code 2026-12-28}. */
		DATE,

		/** Any text that people read. */
		TEXT,

		/** The code of a row of another table, in capitals, such as {@code ES-G}. */
		CODE

	}

}
