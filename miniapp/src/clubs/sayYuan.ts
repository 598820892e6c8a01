/** Money in fen as yuan, with commas: `¥14,000`, `¥0.50`. WeChat's engine has no full Intl. */
export function sayYuan(fen: number): string {
  const [whole = '', rest] = (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `¥${rest === undefined ? grouped : `${grouped}.${rest}`}`;
}
