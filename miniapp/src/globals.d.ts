/// <reference types="@tarojs/taro" />

declare module '*.scss';

/** Used by the screen tests only; the package brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { url?: string; pretendToBeVisual?: boolean });
    readonly window: Window & typeof globalThis;
  }
}
