/** Words of the list of activities that wait for a reviewer. */
export const activitiesTexts = {
  title: '社团活动',
  sentences: {
    declared: (found: number | undefined, rest: boolean) =>
      found ? `${rest ? '不止 ' : ''}${found} 个活动等您审核` : '等审核的活动',
    counted: (found: number | undefined, rest: boolean) =>
      found ? `${rest ? '不止 ' : ''}${found} 个活动等您评级` : '等评级的活动',
  },
  lists: { declared: '等审核', counted: '等评级' },
  table: '活动',
  columns: {
    title: '活动',
    club: '社团',
    when: '时间',
    nature: '性质',
    people: '人数',
    odd: '要看的地方',
    since: '等了',
  },
  expected: (people: number) => `预计 ${people} 人`,
  counted: (people: number) => `${people} 人`,
  odd: (kinds: number) => `${kinds} 处要核实`,
  settled: '已核实',
  proposed: '等第二位确认',
  plain: '没有异常',
  waited: (span: string) => `等了 ${span}`,
  see: '打开',
  none: { declared: '没有活动在等审核', counted: '没有活动在等评级' },
  noneNote: {
    declared: '社团报了活动，会出现在这里，等得最久的排在前面。',
    counted: '活动办完、交了总结、参加的人确认过，会出现在这里。',
  },
  toOther: { declared: '看等评级的', counted: '看等审核的' },
} as const;
