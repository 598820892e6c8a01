import { cast } from '@niangjia/shared/cast';
import { DAY, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Acting, actingAs } from '../../dev/api.ts';
import { approve, onSite, reject } from '../../dev/onSite.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { changes } from '../../proof/changes.ts';
import { personOf } from '../accounts.ts';
import { tell } from '../inbox.ts';
import { seed } from '../seed.ts';
import { main as project } from '../stream.ts';

beforeAll(seed);
afterEach(() => {
  vi.useRealTimers();
});

const inboxOf = async (who: Acting) => (await who('listMessages', {})).body;
const titlesOf = async (who: Acting) => (await inboxOf(who)).messages.map(({ title }) => title);

describe('the inbox', () => {
  it('tells of a decision, with the screen to open', async () => {
    const { limin, applied } = await onSite();
    const approved = await applied('zhaomin');
    const rejected = await applied('ouyang');
    await limin('decideApplication', { id: approved.id, ...approve });
    await limin('decideApplication', { id: rejected.id, ...reject });
    await project({ Records: await changes() });
    expect(await inboxOf(approved.who)).toMatchObject({
      messages: [{ title: '入会申请通过了', screen: 'card', unread: true }],
      unread: 1,
    });
    expect(await inboxOf(rejected.who)).toMatchObject({
      messages: [{ title: '入会申请要改一下', screen: 'status', unread: true }],
    });
  });

  it('tells a voided one what it tells a rejected one', async () => {
    const { limin, applied } = await onSite();
    const one = await applied('heping');
    const other = await applied('zhangwei', { idNumber: cast.heping.idNumber });
    await limin('decideApplication', { id: other.id, outcome: 'voided' });
    await project({ Records: await changes() });
    expect(await titlesOf(one.who)).toEqual([]);
    expect(await titlesOf(other.who)).toEqual(['入会申请要改一下']);
  });

  const messagesFor = async (name: 'liuyang' | 'chenjing' | 'wugang', count: number) => {
    const now = Date.now();
    const person = await personOf(openidOf(name));
    const moments = Array.from({ length: count }, (_, i) => now - (count - i) * MINUTE);
    for (const [i, at] of moments.entries())
      await tell(person, { kind: 'accountFrozen', at, about: String(i) }, now);
    return { who: await actingAs(name), moments, person };
  };

  it('is paged, latest first', async () => {
    const { who, moments } = await messagesFor('liuyang', 25);
    const first = await inboxOf(who);
    expect([first.messages.length, first.unread]).toEqual([20, 20]);
    const { body: second } = await who('listMessages', { cursor: first.cursor });
    const all = [...first.messages, ...second.messages].map(({ at }) => at);
    expect(all).toEqual(moments.toReversed());
    expect(second.cursor).toBeUndefined();
    const stranger = await actingAs('chenjing');
    const { refusal } = await stranger('listMessages', { cursor: first.cursor });
    expect(refusal?.code).toBe('INVALID');
  });

  it('is read up to a moment, which never goes back and never lies ahead', async () => {
    const { who, moments, person } = await messagesFor('chenjing', 3);
    const unread = async () => (await inboxOf(who)).messages.map((message) => message.unread);
    expect((await who('readMessages', { until: Number(moments[1]) })).body.until).toBe(moments[1]);
    expect(await unread()).toEqual([true, false, false]);
    await who('readMessages', { until: Number(moments[0]) });
    expect(await unread()).toEqual([true, false, false]);
    const { body } = await who('readMessages', { until: Date.now() + DAY });
    expect(body.until).toBeLessThanOrEqual(Date.now());
    expect(await unread()).toEqual([false, false, false]);
    await tell(person, { kind: 'accountFrozen', at: Date.now() + 1, about: 'new' }, Date.now());
    expect(await unread()).toEqual([true, false, false, false]);
  });

  it('is told what is old news no more', async () => {
    const { who, person } = await messagesFor('wugang', 1);
    const now = Date.now();
    await tell(person, { kind: 'accountFrozen', at: now - 180 * DAY, about: 'old' }, now);
    expect((await inboxOf(who)).messages).toHaveLength(1);
    await tell(person, { kind: 'accountFrozen', at: now - 180 * DAY + MINUTE, about: 'old' }, now);
    expect((await inboxOf(who)).messages).toHaveLength(2);
  });
});
