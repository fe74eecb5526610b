package dev.escala.inbound.mail;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.reference.CaseNumber;

/**
 * The numbers of cases that a mail names, whether or not there are such cases. People
 * type them, and their programs change the dashes and the blanks.
 *
 * @param answered by the mails that it answers, nearest first
 * @param subject by its subject
 * @param text by what its sender wrote; what we wrote ourselves does not count
 */
public record NamedCases(List<CaseNumber> answered, List<CaseNumber> subject, List<CaseNumber> text) {

	private static final Pattern CASE_ID = Pattern.compile("<escala-case\\.([A-Za-z0-9-]{1,40})@[^<>]{1,255}>");

	/** Invisible: soft hyphens, marks of direction, joiners. */
	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

	private static final String BETWEEN = "[\\p{Pd}\\u2212_.\\s]{0,3}";

	private static final Pattern NUMBER = Pattern.compile(
			"(?<![\\p{L}\\p{N}])([A-Z]{2,5})" + BETWEEN + "(\\d{4})" + BETWEEN + "(\\d{6,9})(?!\\d)",
			Pattern.CASE_INSENSITIVE);

	private static final int MOST = 10;

	public NamedCases {
		answered = List.copyOf(answered);
		subject = List.copyOf(subject);
		text = List.copyOf(text);
	}

	/** Reads the mail. */
	public static NamedCases in(ParsedMail mail) {
		Set<CaseNumber> answered = new LinkedHashSet<>();
		for (String id : mail.references()) {
			OurMail.in(id).forEach((ours) -> answered.add(ours.caseNumber()));
			Matcher ofCase = CASE_ID.matcher(id);
			if (ofCase.matches()) {
				answered.add(new CaseNumber(ofCase.group(1)));
			}
		}
		return new NamedCases(answered.stream().limit(MOST).toList(), numbers(mail.subject()), numbers(mail.text()));
	}

	private static List<CaseNumber> numbers(String text) {
		Matcher matcher = NUMBER
			.matcher(INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""));
		Set<CaseNumber> found = new LinkedHashSet<>();
		while (found.size() < MOST && matcher.find()) {
			found.add(new CaseNumber(
					matcher.group(1).toUpperCase(Locale.ROOT) + "-" + matcher.group(2) + "-" + matcher.group(3)));
		}
		return List.copyOf(found);
	}

	/** All of them, by what the mail answers first. */
	public List<CaseNumber> all() {
		return Stream.of(this.answered, this.subject, this.text).flatMap(List::stream).distinct().limit(MOST).toList();
	}

}
