/** What app code hands to an asynchronous API of WeChat. */
interface Asked {
  success?(answer: unknown): void;
  fail?(answer: { errMsg: string }): void;
  complete?(answer: unknown): void;
}

/**
 * An asynchronous API: its answer comes later, never by throwing. Without success, fail or complete it gives
 * a promise (base library 2.10.2 and later).
 */
export function asking<Options, Answer extends object>(
  name: string,
  act: (options: Options) => Answer | Promise<Answer>,
) {
  return (options?: Options & Asked): Promise<unknown> | undefined => {
    const given = (options ?? {}) as Options & Asked;
    // Begun at once, because some are allowed inside a tap only.
    const begun = (async () => act(given))();
    const answered = begun.then(
      (answer) => ({ errMsg: `${name}:ok`, ...answer }),
      (error: Error) => Promise.reject({ errMsg: `${name}:fail ${error.message}` }),
    );
    const { success, fail, complete } = given;
    if (!success && !fail && !complete) return answered;
    answered.then(
      (answer) => {
        success?.(answer);
        complete?.(answer);
      },
      (failure) => {
        fail?.(failure);
        complete?.(failure);
      },
    );
    return undefined;
  };
}
