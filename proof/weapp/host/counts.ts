import type { component } from 'glass-easel-miniprogram-adapter';

/** What one page has cost since it was opened. */
export interface PageCount {
  readonly path: string;
  /** setData calls, and their data as JSON in bytes. */
  calls: number;
  bytes: number;
  /** The same until its content was there, the call that brought it included. */
  callsBeforeContent: number;
  bytesBeforeContent: number;
  content: boolean;
  /** Elements of the page, itself included, at most; and how deep they stood, at most. */
  nodes: number;
  depth: number;
  /** Whether WeChat's menu offers to send it to somebody. */
  shareable: boolean;
}

const counts: PageCount[] = [];
const frames = new WeakMap<object, { frame: HTMLElement; count: PageCount }>();
const encoder = new TextEncoder();

/** Begins to count for a page that is about to be told to load. */
export function countPage(path: string, instance: object, frame: HTMLElement): void {
  const count: PageCount = {
    path,
    calls: 0,
    bytes: 0,
    callsBeforeContent: 0,
    bytesBeforeContent: 0,
    content: false,
    nodes: 0,
    depth: 0,
    shareable: 'onShareAppMessage' in instance,
  };
  counts.push(count);
  frames.set(instance, { frame, count });
}

type Caller = component.GeneralComponent;

/** The page a component stands in. */
function pageOf(caller: Caller) {
  let here = caller._$;
  for (let owner = here.ownerShadowRoot; owner; owner = here.ownerShadowRoot) {
    here = owner.getHostNode();
  }
  return frames.get(here.getMethodCaller() as unknown as object);
}

/** WeChat's own elements only: what stands inside an <input> is not the page's. */
const isOfPage = (element: Element) => '__wxElement' in element;

function measure(element: Element): { nodes: number; depth: number } {
  const below = [...element.children].filter(isOfPage).map(measure);
  return {
    nodes: 1 + below.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)),
  };
}

/** Content is text where no grey lines stand any more for what is to come. */
const hasContent = (frame: HTMLElement) =>
  Boolean(frame.textContent.trim()) && !frame.querySelector('.skeleton');

/** Lets a component take data and counts it for its page. */
export function countSetData(caller: Caller, data: object, take: () => void): void {
  const page = pageOf(caller);
  take();
  if (!page) return;
  const { frame, count } = page;
  count.calls += 1;
  count.bytes += encoder.encode(JSON.stringify(data)).length;
  if (!count.content) {
    count.callsBeforeContent = count.calls;
    count.bytesBeforeContent = count.bytes;
    count.content = hasContent(frame);
  }
  const root = frame.firstElementChild;
  if (!root) return;
  const { nodes, depth } = measure(root);
  count.nodes = Math.max(count.nodes, nodes);
  count.depth = Math.max(count.depth, depth);
}

/** Somebody taps already: whatever is still to come, they did not wait for it. */
export function contentUsed(): void {
  const last = counts[counts.length - 1];
  if (last) last.content = true;
}

/** What every page opened so far has cost, in the order they were opened. */
export const pageCounts = (): readonly PageCount[] => counts;
