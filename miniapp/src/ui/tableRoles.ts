/*
 * Roles that make rows of Views a table for screen readers at a desk. On a phone in WeChat there are
 * no such roles, and the same rows are cards.
 */
const web = process.env.TARO_ENV !== 'weapp';

/** The table itself, by what is in it. */
export const table = (label: string) => (web ? { role: 'table', 'aria-label': label } : {});
/** One row. */
export const row = web ? { role: 'row' } : {};
/** One cell of a row. */
export const cell = web ? { role: 'cell' } : {};
/** The name of a column; `sorted` where the rows can be put in its order. */
export const columnHead = (sorted?: 'ascending' | 'descending' | 'none') =>
  web ? { role: 'columnheader', ...(sorted ? { 'aria-sort': sorted } : {}) } : {};
/** For a sign whose meaning is told otherwise. */
export const unread = web ? { 'aria-hidden': true } : {};
