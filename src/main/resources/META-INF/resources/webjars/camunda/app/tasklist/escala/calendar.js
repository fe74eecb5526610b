// Tasklist's date picker takes the names of days and months from Angular, which
// comes only in English.

const DAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
const MONTHS = [
  'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio',
  'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'
];

const short = (name) => name.slice(0, 3);

/** Changes Angular's own date names in place; whoever holds them sees the change. */
export function formatCalendar(locale) {
  Object.assign(locale.DATETIME_FORMATS, {
    DAY: DAYS,
    SHORTDAY: DAYS.map(short),
    MONTH: MONTHS,
    STANDALONEMONTH: MONTHS,
    SHORTMONTH: MONTHS.map(short),
    FIRSTDAYOFWEEK: 0
  });
}
