/** What the QR on a room's door says: the door's code and nothing else. Undefined for any other code. */
export const doorIn = (scanned: string): string | undefined => {
  const text = scanned.trim();
  return /^[\w-]{22}$/.test(text) ? text : undefined;
};
