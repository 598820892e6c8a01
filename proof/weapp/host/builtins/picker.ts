import { BuiltIn } from './builtIn.ts';

/** <picker> of a text, a day or a time: WeChat's wheel as a sheet at the bottom. */
export class Picker extends BuiltIn {
  static readonly observedAttributes = ['disabled'];

  attributeChangedCallback(): void {
    this.settleDisabled();
  }

  connectedCallback(): void {
    this.addEventListener('click', () => {
      if (!this.hasAttribute('disabled')) this.#open(this.text('mode') || 'selector');
    });
  }

  #open(mode: string): void {
    document.getElementById('wheel')?.remove();
    const sheet = document.createElement('div');
    sheet.id = 'wheel';
    const choose = (text: string, value: () => unknown) => {
      const choice = document.createElement('button');
      choice.textContent = text;
      choice.addEventListener('click', () => {
        const chosen = value();
        sheet.remove();
        this.tell('change', { value: chosen });
      });
      sheet.append(choice);
    };
    if (mode === 'selector') {
      const range = (this.given('range') ?? []) as readonly (string | Record<string, string>)[];
      const key = this.text('range-key');
      for (const [place, one] of range.entries()) {
        choose(typeof one === 'string' ? one : (one[key] ?? ''), () => String(place));
      }
    } else if (mode === 'date' || mode === 'time') {
      const field = document.createElement('input');
      field.type = mode;
      field.value = this.text('value');
      sheet.append(field);
      choose('确定', () => field.value);
    } else {
      throw new Error(`the host has no picker of mode ${mode}`);
    }
    document.body.append(sheet);
  }
}
