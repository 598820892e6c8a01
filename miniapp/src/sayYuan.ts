/** Money as people read it: `¥14,000`, `¥2,000.50`. WeChat's engine has no full Intl. */
export function sayYuan(fen: number): string {
  const [yuan = '0', part] = [String(Math.floor(fen / 100)), fen % 100];
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === 0 ? `¥${grouped}` : `¥${grouped}.${String(part).padStart(2, '0')}`;
}
