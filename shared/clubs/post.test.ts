import { describe, expect, it } from 'vitest';
import { DAY } from '../time.ts';
import {
  COMMENTS_A_DAY,
  type Comment,
  countComment,
  counted,
  decideComment,
  handIn,
  isSeen,
  type Post,
  reportComment,
  show,
  whyNotEdit,
  withdrawComment,
} from './post.ts';

const org = { id: 'o', path: '/1/1/1/1/', name: '新街口街道新就业形态联合工会', division: '110102' };
const draft: Post = {
  ...{ id: 'a', version: 1, club: { id: 'c', name: '喜阅社' }, org, leader: 'liuyu', title: '秋日共读' },
  ...{ start: 1000, place: '阅览室', words: '', photos: [], state: 'draft', likes: 0, comments: 0 },
};
const waiting = handIn(draft, '读完了第一章', 5000);
const by = (name: string) =>
  ({ by: name, role: 'clubReviewer', authority: '工发〔2026〕1号', at: 6000 }) as const;
const shown = show(waiting, true, by('fangling'));

describe('a report', () => {
  it('is handed in once, and edited no more', () => {
    expect(waiting).toMatchObject({ version: 2, state: 'waiting', words: '读完了第一章', reportedAt: 5000 });
    expect(handIn(waiting, '别的话', 7000)).toBe(waiting);
    expect([draft, waiting, shown].map(whyNotEdit)).toEqual([
      undefined,
      'REPORTED_ALREADY',
      'REPORTED_ALREADY',
    ]);
  });

  it.each([
    [waiting, true, 'waiting', 'shown'],
    [waiting, false, 'waiting', 'hidden'],
    [shown, false, 'shown', 'hidden'],
    [show(shown, false, by('guohao')), true, 'hidden', 'shown'],
  ] as const)('%# is shown or hidden by staff, from what it was', (post, shows, from, to) => {
    const after = show(post, shows, by('fangling'));
    expect(after).toMatchObject({ state: to, version: post.version + 1 });
    expect(after.decided).toEqual({ ...by('fangling'), from, to });
  });

  it('stays as it is when the same is said again; a draft is none, and its leader has no say', () => {
    expect(show(shown, true, by('guohao'))).toBe(shown);
    expect(() => show(draft, true, by('fangling'))).toThrow('NOT_FOUND');
    expect(() => show(waiting, true, by('liuyu'))).toThrow('OWN_CLUB');
  });

  it('changes with its counts only', () => {
    expect(counted(shown, { likes: 0, comments: 0 })).toBe(shown);
    expect(counted(shown, { likes: 2, comments: 1 })).toMatchObject({ likes: 2, comments: 1, version: 4 });
  });
});

const comment: Comment = {
  ...{ id: 'k', post: 'a', version: 1, person: 'zhaomin', org, at: 7000, words: new Uint8Array([1]) },
  ...{ state: 'waiting', reporters: [] },
};
const visible = decideComment(comment, true, by('fangling'));
/** After so many have reported it. */
const reported = (of: Comment, ...people: string[]) => people.reduce(reportComment, of);

describe('a comment', () => {
  it.each([
    ['waiting', comment, { zhaomin: true, linxiu: false }],
    ['shown', visible, { zhaomin: true, linxiu: true }],
    ['hidden', decideComment(comment, false, by('fangling')), { zhaomin: false, linxiu: false }],
    ['withdrawn', withdrawComment(visible), { zhaomin: false, linxiu: false }],
  ])('that is %s is seen by who may see it', (_, of, seen) => {
    expect({ zhaomin: isSeen(of, 'zhaomin'), linxiu: isSeen(of, 'linxiu') }).toEqual(seen);
  });

  it('is shown or hidden by staff, from what it was; not by its writer, and not once it is gone', () => {
    expect(visible.decided).toEqual({ ...by('fangling'), from: 'waiting', to: 'shown' });
    expect(decideComment(visible, true, by('guohao'))).toBe(visible);
    expect(decideComment(visible, false, by('guohao')).decided).toMatchObject({
      from: 'shown',
      to: 'hidden',
    });
    expect(() => decideComment(comment, true, by('zhaomin'))).toThrow('OWN_COMMENT');
    expect(() => decideComment(withdrawComment(comment), true, by('fangling'))).toThrow('COMMENT_GONE');
  });

  it('that is taken away keeps no words', () => {
    const gone = withdrawComment(visible);
    expect(gone).toMatchObject({ state: 'withdrawn', words: new Uint8Array() });
    expect(withdrawComment(gone)).toBe(gone);
  });

  it('is out of sight with the first report, and each who reports counts once', () => {
    const once = reported(visible, 'linxiu');
    expect(once).toMatchObject({ state: 'waiting', reporters: ['linxiu'] });
    expect(reportComment(once, 'linxiu')).toBe(once);
    expect(reported(once, 'wangfang')).toMatchObject({ state: 'waiting', reporters: ['linxiu', 'wangfang'] });
    expect(() => reportComment(visible, 'zhaomin')).toThrow('OWN_COMMENT');
  });

  it('that staff showed after a report is out of sight again with the third who reports it then, and no earlier', () => {
    const kept = decideComment(reported(visible, 'a'), true, by('fangling'));
    expect(reported(kept, 'b').state).toBe('shown');
    expect(reported(kept, 'b', 'c').state).toBe('shown');
    expect(reported(kept, 'b', 'c', 'd').state).toBe('waiting');
  });

  it('that staff hid stays hidden, and no more than twenty who report are remembered', () => {
    const hidden = decideComment(comment, false, by('fangling'));
    expect(reported(hidden, 'linxiu').state).toBe('hidden');
    const many = reported(visible, ...Array.from({ length: 25 }, (_, i) => `p${i}`));
    expect(many.reporters).toHaveLength(20);
  });
});

it('of comments somebody writes twenty a day', () => {
  let written = [] as ReturnType<typeof countComment>;
  for (let i = 0; i < COMMENTS_A_DAY; i++) written = countComment(written, { key: `k${i}`, hash: 'h' }, i);
  expect(written).toHaveLength(20);
  expect(() => countComment(written, { key: 'more', hash: 'h' }, DAY / 2)).toThrow('COMMENTS_TOO_MANY');
});
