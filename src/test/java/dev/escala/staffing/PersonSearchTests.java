package dev.escala.staffing;

import dev.escala.access.Role;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("Who is meant by what somebody typed")
class PersonSearchTests {

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private PersonSearch search;

	@BeforeEach
	void givenPeople() {
		person("bnunez", "Begoña", "Núñez  Ibáñez", Role.EXPERTS);
		person("gemela", "Gema", "Lapuerta", Role.EXPERTS);
		person("gemela2", "GEMA", "Lapuerta", Role.EXPERTS);
		person("retirada", "Rita", "Retamar", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bnunez", "BNunez", "Begoña Núñez Ibáñez", " begona   nunez ibanez " })
	@DisplayName("is the one with that user id or full name, whatever its case and accents")
	void found(String typed) {
		Fields fields = new Fields();

		assertThat(this.search.read(fields, "owner", typed)).isEqualTo(new UserId("bnunez"));
		fields.done();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Gema Lapuerta; Hay varias personas que se llaman «Gema Lapuerta»: gemela y gemela2. Escriba el usuario
			begoña; «begoña» no está en el directorio. ¿Quiso decir Begoña Núñez  Ibáñez (bnunez)?
			bnunes; «bnunes» no está en el directorio. ¿Quiso decir Begoña Núñez  Ibáñez (bnunez)?
			El equipo de redes; «El equipo de redes» no está en el directorio. Escriba el usuario o el nombre completo
			Rita Retamar; Rita Retamar (retirada) no puede recibir trabajo: ya no pertenece a ningún grupo.
			""")
	@DisplayName("is refused where nobody, several, or somebody without work of ours is meant")
	void refused(String typed, String sentence) {
		Fields fields = new Fields();

		assertThat(this.search.read(fields, "owner", typed)).isNull();
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(fields::done)
			.withMessageStartingWith(sentence);
	}

	@Test
	@DisplayName("is offered by name, without those who can be given no work; who was chosen is looked at again")
	void chosen() {
		assertThat(this.search.choices()).extracting((choice) -> choice.get("value"))
			.contains("bnunez", "gemela", "gemela2")
			.doesNotContain("retirada")
			.doesNotHaveDuplicates();
		Fields fields = new Fields();
		this.search.require(fields, "owner", new UserId("bnunez"));
		this.search.require(fields, "owner", new UserId("retirada"));
		this.search.require(fields, "owner", new UserId("fantasma"));

		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(fields::done)
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(2))
			.withMessageContaining("ya no pertenece a ningún grupo")
			.withMessageContaining("«fantasma» no está en el directorio: elija a la persona de la lista.");
	}

	private void person(String id, String first, String last, Role role) {
		CaseDriver people = new CaseDriver(this.engine);
		if (role == null) {
			people.person(id);
		}
		else {
			people.person(id, role);
		}
		User user = this.engine.getIdentityService().createUserQuery().userId(id).singleResult();
		user.setFirstName(first);
		user.setLastName(last);
		this.engine.getIdentityService().saveUser(user);
	}

}
