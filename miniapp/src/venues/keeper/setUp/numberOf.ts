/** A number as it was typed; one that is none is wrong in the schema's words. */
export const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));
