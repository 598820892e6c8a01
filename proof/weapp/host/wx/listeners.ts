type Listener = (...details: unknown[]) => void;

const listeners = new Map<string, Set<Listener>>();
const of = (name: string) => {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known);
  return known;
};

/** `on…` and `off…` of WeChat for one kind of news. */
export const listening = (name: string) => ({
  on: (listener: Listener) => void of(name).add(listener),
  off: (listener?: Listener) => void (listener ? of(name).delete(listener) : of(name).clear()),
});

/** Tells the news to who listens; says whether anybody did. */
export function tellListeners(name: string, ...details: unknown[]): boolean {
  for (const listener of of(name)) listener(...details);
  return of(name).size > 0;
}
