package dev.escala.pursuit.profile;

import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of whom is pursued, in the table {@code pursuit_profile}. */
@Repository
class ProfileRepository {

	private static final String TABLE = "pursuit_profile";

	private static final List<String> KEY = List.of("number");

	private final JdbcClient jdbc;

	ProfileRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Profile> find(CaseNumber number) {
		return one(number, (row) -> Optional.of(new Profile(row.text("why_chosen"), row.text("person_name"),
				row.text("person_title"), row.text("person_phone"), row.text("person_email"), row.text("recent_events"),
				row.text("suitable_sectors"), row.text("contact_level"), row.text("livelihood"))));
	}

	void save(CaseNumber number, Profile profile) {
		Columns.set("number", number)
			.and("why_chosen", profile.whyChosen())
			.and("person_name", profile.contactName())
			.and("person_title", profile.contactTitle())
			.and("person_phone", profile.contactPhone())
			.and("person_email", profile.contactEmail())
			.and("recent_events", profile.recentEvents())
			.and("suitable_sectors", profile.suitableSectors())
			.and("contact_level", profile.contactLevel())
			.and("livelihood", profile.livelihood())
			.save(TABLE, KEY, this.jdbc);
	}

	Optional<Fit> fit(CaseNumber number) {
		return one(number, (row) -> Optional.ofNullable(row.text("verdict"))).flatMap((verdict) -> one(number,
				(row) -> Optional.of(new Fit(row.text("need"), row.text("budget"), row.text("feasibility"), verdict))));
	}

	void save(CaseNumber number, Fit fit) {
		Columns.set("number", number)
			.and("need", fit.need())
			.and("budget", fit.budget())
			.and("feasibility", fit.feasibility())
			.and("verdict", fit.verdict())
			.save(TABLE, KEY, this.jdbc);
	}

	Optional<TargetFigures> figures(CaseNumber number) {
		return one(number, (row) -> (row.decimal("investment") == null) ? Optional.empty() : Optional
			.of(new TargetFigures(row.decimal("investment"), row.decimal("yearly_gain"), row.number("years"))));
	}

	void save(CaseNumber number, TargetFigures figures) {
		Columns.set("number", number)
			.and("investment", figures.investment())
			.and("yearly_gain", figures.yearlyGain())
			.and("years", figures.years())
			.save(TABLE, KEY, this.jdbc);
	}

	private <T> Optional<T> one(CaseNumber number, Row.Reading<Optional<T>> reading) {
		return this.jdbc.sql("SELECT * FROM pursuit_profile WHERE number = ?")
			.param(number.value())
			.query(Row.as(reading))
			.optional()
			.flatMap((found) -> found);
	}

}
