/** What the client itself has to say. */
export const callTexts = {
  offline: '网络没有连上，您填的内容都还在，请再试一次。',
  again: '再试一次',
};
