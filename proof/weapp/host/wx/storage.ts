/** What the phone keeps for the mini-program; values are copies, as in WeChat. */
export const storage = {
  getStorageSync(key: string): unknown {
    const kept = localStorage.getItem(key);
    return kept === null ? '' : JSON.parse(kept);
  },
  setStorageSync(key: string, value: unknown): void {
    localStorage.setItem(key, JSON.stringify(value ?? ''));
  },
  removeStorageSync(key: string): void {
    localStorage.removeItem(key);
  },
};
