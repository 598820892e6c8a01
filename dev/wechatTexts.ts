import { HOUR } from '@niangjia/shared/time';

/** What WeChat takes in one question. */
const LONGEST = 2_500;
/** Whose last visit is longer ago is judged no more. */
const VISITED_WITHIN = 2 * HOUR;

/** WeChat's labels. */
const FINE = 100;
/** Words in which the stand-in sees something, and WeChat's label for such: abuse, crime, fraud. */
const markedWords = { 蠢猪: 20003, 赌博: 20006, 代开发票: 20008 } as const;

type Body = Record<string, unknown>;

/** Whether a question is as the documentation has it: version 2, somebody, one of four scenes, a text. */
const isAsked = ({ version, openid, scene, content }: Body): boolean =>
  Number(version) === 2 &&
  typeof openid === 'string' &&
  openid !== '' &&
  [1, 2, 3, 4].includes(Number(scene)) &&
  typeof content === 'string' &&
  content !== '' &&
  content.length <= LONGEST;

/** Judges a text as msgSecCheck 2.0 does, by who wrote it and when they were last there; or gives WeChat's error code. */
export function judgeText(
  body: Body,
  lastVisit: (openid: string) => number | undefined,
  now: number,
): 40097 | 40003 | 61010 | Body {
  if (!isAsked(body)) return 40097;
  const visited = lastVisit(String(body.openid));
  if (visited === undefined) return 40003;
  if (now - visited > VISITED_WITHIN) return 61010;
  const content = String(body.content);
  const [, label = FINE] = Object.entries(markedWords).find(([word]) => content.includes(word)) ?? [];
  const suggest = label === FINE ? 'pass' : 'risky';
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      { strategy: 'keyword', errcode: 0 },
    ],
    trace_id: `${Math.floor(now / 1000).toString(16)}-0badc0de-00000000`,
  };
}
