import type { Nature } from '@niangjia/shared/clubs/policy';

/** The clubs of the demo, and what they did. */

/** An activity of the past: how many days ago, what, and how many came. */
export interface Past {
  readonly id: string;
  readonly days: number;
  readonly title: string;
  readonly nature: Nature;
  readonly people: number;
}

export const reading = {
  id: 'rQ7tYx2mKcW0bVnLs5PdZg',
  leader: 'liuyu',
  facts: {
    name: '喜阅社',
    category: 'reading',
    words: '每周四晚上一起读一本书，不点名，想来就来。',
  },
  past: [
    { id: 'a1KmT0pQzR6dVx9wYbNs3Q', days: 150, title: '社内读书会', nature: 'inClub', people: 12 },
    {
      id: 'a2KmT0pQzR6dVx9wYbNs3Q',
      days: 121,
      title: '夏夜共读《平凡的世界》',
      nature: 'acrossUnions',
      people: 34,
    },
    { id: 'a3KmT0pQzR6dVx9wYbNs3Q', days: 94, title: '骑手读书夜', nature: 'street', people: 32 },
    { id: 'a4KmT0pQzR6dVx9wYbNs3Q', days: 64, title: '西城职工朗读节', nature: 'district', people: 128 },
    {
      id: 'a5KmT0pQzR6dVx9wYbNs3Q',
      days: 36,
      title: '秋日共读《平凡的世界》',
      nature: 'acrossUnions',
      people: 22,
    },
    { id: 'a6KmT0pQzR6dVx9wYbNs3Q', days: 19, title: '换书集市', nature: 'inClub', people: 14 },
  ],
} as const;
export const basketball = {
  id: 'bQ7tYx2mKcW0bVnLs5PdZg',
  leader: 'hanlei',
  facts: { name: '篮球社', category: 'sport', words: '周末打半场，不分水平，带水带毛巾。' },
  past: [
    { id: 'b1KmT0pQzR6dVx9wYbNs3Q', days: 108, title: '周末友谊赛', nature: 'acrossUnions', people: 16 },
    { id: 'b2KmT0pQzR6dVx9wYbNs3Q', days: 41, title: '街道三人篮球赛', nature: 'street', people: 46 },
  ],
} as const;
/** What a reviewer has to look at: reported and counted, with what was odd. */
export const odd = { id: 'c1KmT0pQzR6dVx9wYbNs3Q', title: '城市漫步：护国寺一带' } as const;
/** What was held yesterday and has no report yet, and what is on whenever one looks. */
export const titles = { yesterday: '读书会：冬天的一本书', onNow: '随时来的读书角' } as const;
