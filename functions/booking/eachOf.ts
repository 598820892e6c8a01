const AT_ONCE = 8;

/** Does something for each of a list, a few at once; the first failure ends it. */
export async function eachOf<One>(list: readonly One[], act: (one: One) => Promise<unknown>): Promise<void> {
  const left = list.values();
  const worker = async () => {
    for (const one of left) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
