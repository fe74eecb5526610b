package dev.escala.policy;

import java.util.Set;

import dev.escala.support.OtherSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@OtherSettings
@DisplayName("The groups that an organisation names to answer")
class RouteWarningsTests {

	@Autowired
	private RouteWarnings warnings;

	@Autowired
	private Policy policy;

	@Test
	@DisplayName("take the place of the table's; one that nobody has is said in a sentence")
	void named() {
		assertThat(this.policy.consider(Set.of(Situation.DISCOUNT), null).route().groupId()).isEqualTo("legal");
		assertThat(this.warnings.sentences()).singleElement()
			.asString()
			.contains("escala.internal-requests.groups.sales-scope names the group ventas-que-no-hay",
					"create it in Camunda Admin");
	}

}
