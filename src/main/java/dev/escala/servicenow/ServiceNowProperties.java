package dev.escala.servicenow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.escala.matter.Speciality;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How ServiceNow's words are ours.
 *
 * @param specialityByGroup who should help, by ServiceNow's assignment group; only the
 * letters and digits of its name count, in upper or lower case, because that is what
 * remains of it in the name of a property
 */
@ConfigurationProperties("escala.servicenow")
record ServiceNowProperties(Map<String, Speciality> specialityByGroup) {

	ServiceNowProperties {
		Map<String, Speciality> byKey = new HashMap<>();
		if (specialityByGroup != null) {
			specialityByGroup.forEach((group, speciality) -> byKey.put(key(group), speciality));
		}
		specialityByGroup = Map.copyOf(byKey);
	}

	/** The speciality of a group; unknown where nobody mapped it. */
	Speciality speciality(String group) {
		return (group == null) ? Speciality.UNKNOWN
				: this.specialityByGroup.getOrDefault(key(group), Speciality.UNKNOWN);
	}

	private static String key(String group) {
		return group.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

}
