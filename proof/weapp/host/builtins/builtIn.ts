/** What the engine hangs on each of its elements in the browser. */
interface EngineNode {
  /** As the template gave it; the browser's own has its component's name before it. */
  readonly id: string;
  getAttribute(name: string): unknown;
  triggerEvent(name: string, detail: unknown, options?: { bubbles?: boolean; composed?: boolean }): void;
}

/** One of WeChat's built-in components, drawn by the browser. */
export abstract class BuiltIn extends HTMLElement {
  declare readonly __wxElement?: EngineNode;

  /** An attribute as the template gave it, not as the browser keeps it. */
  protected given(name: string): unknown {
    return this.__wxElement?.getAttribute(name) ?? undefined;
  }

  /** The same as text. */
  protected text(name: string): string {
    return String(this.given(name) ?? '');
  }

  /** An undefined `disabled` comes as an empty attribute, which to the browser means yes. */
  protected settleDisabled(): void {
    if (this.hasAttribute('disabled') && !this.given('disabled')) this.removeAttribute('disabled');
  }

  /** Tells the app of something, as WeChat does: to this component's own listeners only. */
  protected tell(name: string, detail: Readonly<Record<string, unknown>>): void {
    this.__wxElement?.triggerEvent(name, detail, {});
  }
}
