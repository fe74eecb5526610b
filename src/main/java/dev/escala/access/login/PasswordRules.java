package dev.escala.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import dev.escala.text.Shortening;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The rules for passwords: long enough, without the person's name, and not what is
 * guessed early. No rule asks for digits or capitals: they make passwords harder to
 * remember and hardly harder to guess.
 */
public final class PasswordRules implements PasswordPolicy {

	/** Characters that a password has at least. */
	public static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	/** Of 0 to 4: more than a hundred million guesses. */
	private static final int LOWEST_SCORE = 3;

	/** Judging takes time that grows with the square of the length. */
	private static final int JUDGED = 64;

	/** Shorter names are inside of other words. */
	private static final int SHORTEST_NAME = 4;

	/** Spanish words, names and passwords, the commonest first, without accents. */
	private static final String WORDS = "palabras.txt";

	private static final PasswordRules RULES = new PasswordRules();

	private final List<PasswordRule> rules;

	private final Zxcvbn judge;

	private PasswordRules() {
		try {
			this.judge = new ZxcvbnBuilder().dictionaries(StandardDictionaries.loadAllDictionaries())
				.dictionary(
						new DictionaryLoader("spanish", () -> PasswordRules.class.getResourceAsStream(WORDS)).load())
				.keyboards(StandardKeyboards.loadAllKeyboards())
				.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.rules = List.of(
				new PasswordRule("PASSWORD_POLICY_LENGTH",
						Map.of("minLength", String.valueOf(SHORTEST), "maxLength", String.valueOf(LONGEST)),
						"debe tener entre " + SHORTEST + " y " + LONGEST + " caracteres",
						(password, user) -> password.length() >= SHORTEST && password.length() <= LONGEST),
				new PasswordRule("PASSWORD_POLICY_USER_DATA", Map.of(),
						"no debe contener el nombre, el usuario ni el correo de la persona",
						(password, user) -> names(user).noneMatch(folded(password)::contains)),
				new PasswordRule("PASSWORD_POLICY_STRENGTH", Map.of(),
						"no debe ser fácil de adivinar: mejor varias palabras que no vayan juntas",
						(password, user) -> score(password, user) >= LOWEST_SCORE));
	}

	/** The rules, the same everywhere. */
	public static PasswordRules get() {
		return RULES;
	}

	@Override
	public List<PasswordPolicyRule> getRules() {
		return List.copyOf(this.rules);
	}

	/** Whether somebody who only has a user id may have this password. */
	public boolean allow(String password, String userId) {
		User user = new UserEntity(userId);
		return this.rules.stream().allMatch((rule) -> rule.execute(password, user));
	}

	/** What is wrong with a password, in a Spanish sentence that does not repeat it. */
	static String sentence(List<PasswordPolicyRule> violated) {
		return violated.stream()
			.filter(PasswordRule.class::isInstance)
			.map((rule) -> ((PasswordRule) rule).sentence())
			.collect(Collectors.joining("; ", "La contraseña no se admite: ", "."));
	}

	/** As good as the easier of its forms with and without accents. */
	private int score(String password, User user) {
		String judged = Shortening.beginning(password, JUDGED);
		List<String> known = new ArrayList<>(List.of("escala", "camunda", "tasklist"));
		data(user).map(PasswordRules::folded).forEach(known::add);
		return Math.min(this.judge.measure(judged, known).getScore(),
				this.judge.measure(folded(judged), known).getScore());
	}

	private static Stream<String> names(User user) {
		return data(user).map(PasswordRules::folded).filter((name) -> name.length() >= SHORTEST_NAME);
	}

	private static Stream<String> data(User user) {
		if (user == null) {
			return Stream.empty();
		}
		return Stream
			.of(Stream.ofNullable(user.getId()), Stream.ofNullable(user.getEmail()), parts(user.getEmail(), "@"),
					parts(user.getFirstName(), "[\\s-]+"), parts(user.getLastName(), "[\\s-]+"))
			.flatMap((some) -> some)
			.filter((name) -> !name.isBlank());
	}

	private static Stream<String> parts(String text, String between) {
		return Stream.ofNullable(text).flatMap((some) -> Stream.of(some.split(between)));
	}

	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

}
