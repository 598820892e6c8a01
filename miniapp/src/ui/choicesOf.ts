/** A table of names as the choices of a field, in its order. */
export const choicesOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.entries(names) as [Value, string][]).map(([value, text]) => ({ value, text }));
