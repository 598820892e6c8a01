/** A name as others see it: `张**`, `王*`; a compound surname is masked like any other. */
export function maskName(name: string): string {
  const letters = [...name];
  return letters[0] + '*'.repeat(Math.max(1, Math.min(2, letters.length - 1)));
}

/** An ID number as others see it: `1101**********002X`. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`;
}

/** A phone number as others see it: `138****5678`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
