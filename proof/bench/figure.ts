/** One measured figure beside its budget. */
export interface Figure {
  /** The feature it is of; joining, where none is named. */
  readonly feature?: string;
  readonly table: string;
  readonly name: string;
  readonly measured: Readonly<Record<string, number | string>>;
  /** At most this, by the same names; what has none is reported only. */
  readonly budget?: Readonly<Record<string, number>>;
}

/** The parts of a figure that are above its budget. */
export function broken({ measured, budget = {} }: Figure): string[] {
  return Object.entries(budget)
    .filter(([part, most]) => Number(measured[part]) > most)
    .map(([part]) => part);
}

/** Prints figures as tables, one for each kind. */
export function print(figures: readonly Figure[]): void {
  const tables = new Map<string, Figure[]>();
  for (const figure of figures) tables.set(figure.table, [...(tables.get(figure.table) ?? []), figure]);
  for (const [title, rows] of tables) {
    console.log(`\n${title}`);
    const lines = rows.map((figure) => {
      const parts = Object.entries(figure.measured).map(([part, value]) => {
        const most = figure.budget?.[part];
        const shown = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
        return `${part} ${shown}${most === undefined ? '' : ` (≤ ${most})`}`;
      });
      return [
        figure.name,
        parts.join('  '),
        broken(figure).length > 0 ? '✗' : figure.budget ? '✓' : '',
      ] as const;
    });
    const width = Math.max(...lines.map(([name]) => name.length));
    for (const [name, parts, mark] of lines) console.log(`  ${name.padEnd(width)}  ${parts}  ${mark}`);
  }
}
