import { BuiltIn } from './builtIn.ts';

/** <input> and <textarea>: a field of the browser inside, and the placeholder drawn beside it as WeChat does. */
abstract class TextField extends BuiltIn {
  static readonly observedAttributes = [
    'value',
    'placeholder',
    'placeholder-class',
    'maxlength',
    'disabled',
    'password',
    'focus',
  ];
  protected abstract readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly #placeholder = document.createElement('div');

  connectedCallback(): void {
    const { field } = this;
    if (field.parentElement) return;
    this.append(field, this.#placeholder);
    const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
    field.addEventListener('input', () => {
      this.#draw();
      this.tell('input', { ...detail(), keyCode: 0 });
    });
    field.addEventListener('focus', () => this.tell('focus', { ...detail(), height: 0 }));
    field.addEventListener('blur', () => this.tell('blur', detail()));
    field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') this.tell('confirm', { value: field.value });
    });
    this.attributeChangedCallback('value');
  }

  attributeChangedCallback(name: string): void {
    const { field } = this;
    if (!field) return;
    if (name === 'value' && field.value !== this.text('value')) field.value = this.text('value');
    if (name === 'maxlength') field.maxLength = Number(this.given('maxlength') ?? 140);
    if (name === 'disabled') {
      this.settleDisabled();
      field.disabled = this.hasAttribute('disabled');
    }
    if (name === 'password' && field instanceof HTMLInputElement)
      field.type = this.given('password') === true ? 'password' : 'text';
    if (name === 'focus' && this.given('focus') === true) field.focus();
    this.#draw();
  }

  #draw(): void {
    this.#placeholder.className = `input-shown ${this.text('placeholder-class')}`;
    this.#placeholder.textContent = this.field.value ? '' : this.text('placeholder');
  }
}

export class Input extends TextField {
  protected override readonly field = document.createElement('input');
}

export class Textarea extends TextField {
  protected override readonly field = document.createElement('textarea');
}
